import { useCampaignWords, type CampaignWords } from '../../words/campaign-words.ts';
import styles from './campaigns.module.css';

const inks = { running: 'var(--green)', paused: 'var(--amber)', ended: 'var(--ink-soft)' } as const;

/** Running, paused or ended: the word says it, the colour helps. */
export function CampaignStatus({ status }: { readonly status: keyof CampaignWords['statuses'] }) {
  const { statuses } = useCampaignWords();
  return (
    <span className={styles.badge} style={{ color: inks[status] }} data-status={status}>
      {statuses[status]}
    </span>
  );
}
