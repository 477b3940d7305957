import { Button, Group } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { isEditable } from '../../../domain/letters/letter.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import { useLetterWords } from '../../words/letter-words.ts';
import { EditLetter } from './edit-letter.tsx';
import { LetterActions } from './letter-actions.tsx';
import styles from './letters.module.css';
import { useMay } from '../../app/who.tsx';

export type Letter = Schemas['Letter'];

/** One letter: how it reads, where it stands, and what a person can do with it now. */
export function LetterScreen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const letter = useApi('GET /letters/{id}', { path: { id } });
  const { words, stateName } = useSpeech();
  const { title } = useLetterWords();
  const { data } = letter;
  const name = data === undefined ? title : `${words.terms.letters[data.kind]} ${data.sentReference ?? data.reference}`;
  return (
    <Page title={name} lead={data === undefined ? '' : <bdi>{stateName(data.stateCode)}</bdi>}>
      <Shown of={letter} lines={12}>
        {(found) => <Whole key={found.id} letter={found} />}
      </Shown>
    </Page>
  );
}

function Whole({ letter }: { readonly letter: Letter }) {
  const words = useLetterWords();
  const [isEdited, setEdited] = useState(false);
  const mayWrite = useMay()('letters.write', [letter.stateCode]);
  return (
    <>
      <Standing letter={letter} />
      <Panel
        title={words.text}
        actions={
          <Group gap="xs">
            {mayWrite && isEditable(letter.status) && !isEdited ? (
              <Button variant="default" size="compact-md" onClick={() => setEdited(true)}>
                {words.edit}
              </Button>
            ) : null}
            <Button
              component="a"
              variant="subtle"
              size="compact-md"
              href={`/api/v1/letters/${letter.id}/document`}
              download
            >
              {words.download}
            </Button>
          </Group>
        }
      >
        {isEdited ? <EditLetter letter={letter} close={() => setEdited(false)} /> : <Paper letter={letter} />}
      </Panel>
      {mayWrite && !isEdited ? <LetterActions letter={letter} /> : null}
    </>
  );
}

/** As it would be printed, in its own language and direction. */
function Paper({ letter: { body, language } }: { readonly letter: Letter }) {
  const parts = [
    body.addressee.join('\n'),
    body.salutation,
    ...body.paragraphs,
    body.closing,
    body.signature.join('\n'),
  ];
  return (
    <article className={styles.paper} lang={language} dir="auto">
      {parts
        .filter((part) => part !== '')
        .map((part, index) => (
          <p key={`${String(index)} ${part}`} dir="auto">
            {part}
          </p>
        ))}
    </article>
  );
}

function Standing({ letter }: { readonly letter: Letter }) {
  const { words, date, day } = useSpeech();
  const letters = useLetterWords();
  const { status, rung, draftedAt, approvedAt, replyBy, sentOn, repliedOn, withdrawnAt, withdrawnBecause } = letter;
  const lines = [
    letters.statuses[status] + (rung > 0 ? ` · ${fill(words.terms.rung, { rung: String(rung) })}` : ''),
    fill(letters.draftedOn, { date: day(draftedAt) }),
    approvedAt === null ? '' : fill(letters.approvedOn, { date: day(approvedAt) }),
    sentOn === null
      ? ''
      : fill(letters.sentAs, { date: date(sentOn), reference: letter.sentReference ?? letter.reference }),
    letter.scan === null ? '' : fill(letters.filedAt, { place: letter.scan }),
    replyBy === null || repliedOn !== null ? '' : fill(letters.replyBy, { date: date(replyBy) }),
    repliedOn === null ? '' : fill(letters.repliedOn, { date: date(repliedOn) }),
    withdrawnAt === null || withdrawnBecause === null
      ? ''
      : fill(letters.withdrawnOn, { date: day(withdrawnAt), because: letters.because[withdrawnBecause] }),
  ];
  return (
    <>
      <ul className={styles.facts}>
        {lines
          .filter((line) => line !== '')
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
      <Way to={`/recommendations/${letter.recommendationId}`}>{letters.recommendation}</Way>
    </>
  );
}
