import { Button } from '@mantine/core';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { useMay } from '../../app/who.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { When } from '../../parts/when.tsx';
import { useEvidenceWords } from '../../words/evidence-words.ts';
import styles from './one.module.css';

/** What was named as evidence, and whether its addresses still answered when somebody looked. */
export function EvidencePanel({ id }: { readonly id: string }) {
  const words = useEvidenceWords();
  const may = useMay();
  const { data } = useApi('GET /recommendations/{id}/evidence', { path: { id } });
  const check = useAct('POST /recommendations/{id}/evidence/check');
  if (data === undefined || data.items.length === 0) return null;
  const { isChecked, items } = data;
  return (
    <section className={styles.section} aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul className={styles.people}>
        {items.map((item) => (
          <Piece key={item.url} item={item} isChecked={isChecked} />
        ))}
      </ul>
      {isChecked ? null : <p className="soft">{words.off}</p>}
      {check.error === null ? null : <Trouble problem={check.error} />}
      {isChecked && may('follow-ups.steer') ? (
        <Button
          className="no-print"
          size="compact-sm"
          variant="default"
          mt="xs"
          loading={check.isBusy}
          onClick={() => check.act({ path: { id } })}
        >
          {words.checkNow}
        </Button>
      ) : null}
    </section>
  );
}

type PieceGiven = { readonly item: Schemas['NamedEvidence']['items'][number]; readonly isChecked: boolean };

function Piece({ item: { url, description, namedAt, check }, isChecked }: PieceGiven) {
  const words = useEvidenceWords();
  const { day } = useSpeech();
  return (
    <li style={{ overflowWrap: 'anywhere' }}>
      {/^https?:/.test(url) ? (
        <a href={url} target="_blank" rel="noreferrer noopener">
          <bdi>{description || url}</bdi>
        </a>
      ) : (
        <bdi>{description || url}</bdi>
      )}
      <div className="soft">
        {words.named} <When at={namedAt} />
      </div>
      {check === null ? (
        <div className="soft">{isChecked ? words.notYet : null}</div>
      ) : (
        <div data-outcome={check.outcome}>
          {fill(words.outcomes[check.outcome], { date: day(check.checkedAt) })}
          {check.httpStatus === null ? null : <bdi className="soft"> (HTTP {check.httpStatus})</bdi>}
        </div>
      )}
    </li>
  );
}
