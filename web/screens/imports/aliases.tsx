import { Button } from '@mantine/core';
import { participantByCode } from '../../../domain/reference/participants.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useAct } from '../../client/use-act.ts';
import { usePages } from '../../client/use-pages.ts';
import { More } from '../../parts/more.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useTreatyWords } from '../../words/treaty-words.ts';
import styles from './imports.module.css';
import { May } from '../../parts/may.tsx';

/** What names in tables mean, as somebody has explained them. */
export function Aliases() {
  const { aliases } = useTreatyWords();
  const { language } = useSpeech();
  const pages = usePages('GET /participant-aliases', { query: { limit: 100 } });
  const { act, isBusy, error } = useAct('DELETE /participant-aliases/{alias}');
  return (
    <Panel title={aliases.title}>
      <Shown of={pages} lines={2}>
        {(found) => (
          <>
            {found.length === 0 ? <p className="soft">{aliases.none}</p> : null}
            <ul className={styles.list}>
              {found.map(({ alias, participant, version }) => (
                <li key={alias}>
                  <bdi>{alias}</bdi>: {participantByCode(participant)?.names[language] ?? participant}{' '}
                  <May do="treaties.import">
                    <Button
                      className="no-print"
                      size="compact-xs"
                      variant="default"
                      disabled={isBusy}
                      onClick={() => act({ path: { alias }, ifMatch: `"${version}"` })}
                    >
                      {aliases.forget}
                      <span className="visually-hidden"> {alias}</span>
                    </Button>
                  </May>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
      {error === null ? null : <Trouble problem={error} />}
      <More pages={pages} />
    </Panel>
  );
}
