import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { usePages } from '../../client/use-pages.ts';
import { fill } from '../../../words/plurals.ts';
import { More } from '../../parts/more.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import { When } from '../../parts/when.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import styles from './campaigns.module.css';
import { CampaignStatus } from './campaign-status.tsx';
import { May } from '../../parts/may.tsx';

/** All campaigns, newest first, each with how far it has come. */
export function Campaigns() {
  const words = useCampaignWords();
  const pages = usePages('GET /campaigns', { query: { limit: 20 } });
  return (
    <Page title={words.title} lead={<p style={{ margin: 0 }}>{words.lead}</p>}>
      <May do="campaigns.run">
        <p className="no-print">
          <Way to="/campaigns/new" className={styles.button}>
            {words.start}
          </Way>
        </p>
      </May>
      <section className="panel" style={{ padding: '1rem' }}>
        <Shown of={pages} lines={6}>
          {(lines) =>
            lines.length === 0 ? (
              <p className="soft">{words.none}</p>
            ) : (
              <ul className={styles.list}>
                {lines.map((line) => (
                  <Line key={line.id} line={line} />
                ))}
              </ul>
            )
          }
        </Shown>
        <More pages={pages} />
      </section>
    </Page>
  );
}

function Line({ line }: { readonly line: Schemas['CampaignLine'] }) {
  const words = useCampaignWords();
  const { number, date } = useSpeech();
  const { data } = useApi('GET /campaigns/{id}/progress', { path: { id: line.id } });
  return (
    <li>
      <h2>
        <Way to={`/campaigns/${line.id}`}>
          <bdi>{line.title}</bdi>
        </Way>{' '}
        <CampaignStatus status={line.status} />
      </h2>
      <div>
        {fill(words.goal, { date: date(line.targetOn) })}{' '}
        <span className="soft">
          · {words.startedOn}: <When at={line.startedAt} />
        </span>
      </div>
      <ul style={{ margin: 0, minHeight: `${line.instruments.length * 1.5}em` }}>
        {data?.instruments.map(({ instrument, partiesOfSet, line: { goal }, lineToday }) => (
          <li key={instrument}>
            <bdi>{instrument}</bdi>:{' '}
            <b>{fill(words.partiesOf, { parties: number(partiesOfSet), goal: number(goal) })}</b>{' '}
            <span className="soft">({fill(words.lineToday, { line: number(Math.round(lineToday)) })})</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
