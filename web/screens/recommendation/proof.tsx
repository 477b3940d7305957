import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { ContactName } from '../../parts/contact-name.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { When } from '../../parts/when.tsx';
import styles from './one.module.css';

/** Who was written to about a recommendation, when, and what became of it: a list to print. */
export function Proof() {
  const { words, stateName } = useSpeech();
  const { one, shared, terms } = words;
  const { id } = useParams({ from: '/recommendations/$id/proof' });
  const { data: about } = useApi('GET /recommendations/{id}', { path: { id } });
  const { data, error } = useApi('GET /notices', { query: { recommendationId: id, direction: 'asc', limit: 200 } });
  return (
    <Page
      title={one.proof}
      lead={
        about === undefined ? (
          ' '
        ) : (
          <Link to="/recommendations/$id" params={{ id }}>
            <bdi>
              {stateName(about.stateCode)}: {about.text.slice(0, 160)}
            </bdi>
          </Link>
        )
      }
    >
      <Button className="no-print" variant="default" my="sm" onClick={() => window.print()}>
        {one.print}
      </Button>
      {error ? <Trouble problem={error} /> : null}
      {data?.items.length === 0 ? <p>{one.noProof}</p> : null}
      <table className={styles.proof} aria-busy={data === undefined && !error}>
        <caption className="visually-hidden">{one.proofHint}</caption>
        <tbody>
          {data?.items.map((notice) => (
            <tr key={notice.noticeId}>
              <td>
                <When at={notice.acceptedAt ?? notice.queuedAt} hasTime />
              </td>
              <td>
                {shared.notices[notice.kind]}
                <div className="soft">
                  {shared.roles[notice.role]}, <ContactName id={notice.contactId} />
                </div>
              </td>
              <td>
                {terms.noticeStatuses[notice.status]}
                {notice.answeredAt === null ? null : (
                  <>
                    {' '}
                    · <When at={notice.answeredAt} hasTime />
                  </>
                )}
                <div className="soft" dir="ltr" lang="en">
                  {notice.smtpResponse} {notice.messageId}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
}
