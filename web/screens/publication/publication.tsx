import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { ApiProblem } from '../../client/call.ts';
import { useApi } from '../../client/use-api.ts';
import { useMay } from '../../app/who.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { When } from '../../parts/when.tsx';
import { usePublicationWords } from '../../words/publication-words.ts';
import { Decide } from './decide.tsx';
import { PublicPreview } from './public-preview.tsx';
import styles from './publication.module.css';
import { usePublication, type PublicationFacts, type Subject } from './use-publication.ts';

type Given = { readonly about: Subject; readonly facts: PublicationFacts };

/** Where it stands towards the public and why, what is seen of it, and what can be decided. */
export function Publication({ about }: { readonly about: Subject }) {
  const words = usePublicationWords();
  const may = useMay();
  const { data: facts, error } = usePublication(about);
  if (error !== null && isNotTheirs(error)) return null;
  return (
    <div className="no-print">
      <Panel title={words.title}>
        {error === null ? null : <Trouble problem={error} />}
        {facts === undefined ? null : (
          <>
            <Standing about={about} facts={facts} />
            {facts.preview === null ? null : <PublicPreview shown={facts.preview} standing={facts.standing} />}
            {may('publications.write') ? <Decide about={about} facts={facts} /> : null}
            <Decisions facts={facts} />
          </>
        )}
      </Panel>
    </div>
  );
}

/** A role may reach one State and not another. */
const isNotTheirs = ({ problem: { status } }: ApiProblem): boolean => status === 403 || status === 404;

function Standing({ about, facts }: Given) {
  const words = usePublicationWords();
  const { words: all, day, number, language } = useSpeech();
  const { standing, publicFrom, delayDays, verdicts } = facts;
  const isWithdrawnAbove = verdicts.some(
    ({ subjectKind, verdict }) => verdict === 'withdraw' && subjectKind !== about.kind,
  );
  const page = about.kind === 'recommendation' ? `/public/recommendations/${about.id}` : '/public';
  return (
    <>
      <output data-standing={standing} className={styles.standing}>
        <strong>{fill(words.standings[standing], { date: publicFrom === null ? '' : day(publicFrom) })}</strong>{' '}
        {standing === 'public' ? (
          <a href={`${page}?lang=${language}`} target="_blank" rel="noreferrer noopener">
            {words.open}
          </a>
        ) : null}
      </output>
      <p className="soft">
        {words.scope[about.kind]} {delayDays > 0 ? fill(words.delay, { days: number(delayDays) }) : null}
      </p>
      <ul className={styles.verdicts}>
        {verdicts.map(({ subjectKind, verdict, decidedAt }) => (
          <li key={subjectKind}>
            {all.terms[subjectKind]}: {words.verdicts[verdict]} · <When at={decidedAt} />
          </li>
        ))}
      </ul>
      {isWithdrawnAbove ? <p>{words.withdrawnAbove}</p> : null}
    </>
  );
}

function Decisions({ facts: { decisions } }: Pick<Given, 'facts'>) {
  const words = usePublicationWords();
  const nameOf = useNames(decisions.map(({ actor }) => actor));
  if (decisions.length === 0) return null;
  return (
    <details>
      <summary>{words.decisions}</summary>
      <ul className={styles.verdicts}>
        {decisions.map(({ id, verdict, reason, actor, decidedAt }) => (
          <li key={id}>
            {words.verdicts[verdict]} · <When at={decidedAt} hasTime /> · <bdi>{nameOf(actor)}</bdi>
            <div className="soft" dir="auto">
              {reason}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What those are called who decided; their ids for whoever may not know. */
function useNames(actors: readonly string[]): (actor: string) => string {
  const may = useMay();
  const unique = [...new Set(actors)];
  const isWanted = unique.length > 0 && may('actors.read');
  const { data } = useApi('GET /actors', { query: { actor: unique } }, { isWanted });
  return (actor) => data?.find((each) => each.actor === actor)?.name ?? actor;
}
