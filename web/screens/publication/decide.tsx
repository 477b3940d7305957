import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PublicationVerdict } from '../../../domain/publication/standing.ts';
import { usePublicationWords } from '../../words/publication-words.ts';
import { AskedForm } from './asked-form.tsx';
import { useVerdict, useWording, type PublicationFacts, type Subject } from './use-publication.ts';

type Given = { readonly about: Subject; readonly facts: PublicationFacts };
type Deed = PublicationVerdict | 'wording';

/** Publishing, withdrawing and wording: each opens its form, and asks once more before it is done. */
export function Decide({ about, facts }: Given) {
  const { deeds } = usePublicationWords();
  const [open, setOpen] = useState<Deed>();
  const close = (): void => setOpen(undefined);
  if (open === 'wording') return <WordingForm about={about} facts={facts} close={close} />;
  if (open !== undefined) return <VerdictForm key={open} about={about} verdict={open} close={close} />;
  return (
    <Group gap="xs" my="sm">
      {offered(about, facts).map((deed) => (
        <Button key={deed} size="compact-sm" variant="default" onClick={() => setOpen(deed)}>
          {deeds[deed]}
        </Button>
      ))}
    </Group>
  );
}

/** What would change something: who published is not asked to publish again. */
function offered({ kind }: Subject, { verdicts, standing }: PublicationFacts): readonly Deed[] {
  const own = verdicts.find(({ subjectKind }) => subjectKind === kind)?.verdict;
  const isShown = standing === 'public' || standing === 'delayed';
  return [
    ...(own === 'publish' ? [] : (['publish'] as const)),
    ...(own === 'publish' || (own === undefined && isShown) ? (['withdraw'] as const) : []),
    ...(kind === 'state' ? [] : (['wording'] as const)),
  ];
}

type VerdictGiven = { readonly about: Subject; readonly verdict: PublicationVerdict; readonly close: () => void };

function VerdictForm({ about, verdict, close }: VerdictGiven) {
  const { deeds, questions } = usePublicationWords();
  const { give, isBusy, error } = useVerdict(about);
  const [reason, setReason] = useState('');
  return (
    <AskedForm
      label={deeds[verdict]}
      question={questions[verdict]}
      answer={{ isBusy, error, give: () => give({ verdict, reason }, close), close }}
    >
      <Reason reason={reason} setReason={setReason} />
    </AskedForm>
  );
}

function WordingForm({ about, facts, close }: Given & { readonly close: () => void }) {
  const words = usePublicationWords();
  const { give, isBusy, error } = useWording(about);
  const [wording, setWording] = useState(facts.wordings[0]?.wording ?? '');
  const [reason, setReason] = useState('');
  const shown = wording.trim() === '' ? null : wording;
  return (
    <AskedForm
      label={words.useWording}
      question={shown === null ? words.questions.ownText : words.questions.wording}
      answer={{ isBusy, error, give: () => give({ wording: shown, reason }, close), close }}
    >
      <Textarea
        label={words.wording}
        description={words.wordingHint}
        autosize
        minRows={2}
        dir="auto"
        value={wording}
        onChange={({ currentTarget }) => setWording(currentTarget.value)}
      />
      <Reason reason={reason} setReason={setReason} />
    </AskedForm>
  );
}

type ReasonGiven = { readonly reason: string; readonly setReason: (reason: string) => void };

function Reason({ reason, setReason }: ReasonGiven) {
  const words = usePublicationWords();
  return (
    <Textarea
      label={words.reason}
      description={words.reasonHint}
      required
      autosize
      dir="auto"
      value={reason}
      onChange={({ currentTarget }) => setReason(currentTarget.value)}
    />
  );
}
