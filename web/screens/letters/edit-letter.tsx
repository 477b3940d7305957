import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { languageNames } from '../../app/language.ts';
import { fieldProblems } from '../../client/field-problems.ts';
import { useAct } from '../../client/use-act.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useLetterWords } from '../../words/letter-words.ts';
import type { Letter } from './letter.tsx';
import { FormButtons } from '../../parts/form-buttons.tsx';
import styles from './letters.module.css';

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
const paragraphsOf = (text: string): string[] => text.split(/\n\s*\n/).filter((each) => each.trim() !== '');

/** The parts of a letter as text to write in. What somebody else has saved meanwhile is not written over. */
export function EditLetter({ letter, close }: { readonly letter: Letter; readonly close: () => void }) {
  const words = useLetterWords();
  // What was on paper when editing began: news that arrives meanwhile must not change what is being written.
  const [{ id, version, language: before, body }] = useState(letter);
  const [language, setLanguage] = useState(before);
  const [text, setText] = useState({
    addressee: body.addressee.join('\n'),
    salutation: body.salutation,
    paragraphs: body.paragraphs.join('\n\n'),
    closing: body.closing,
    signature: body.signature.join('\n'),
  });
  const { act, isBusy, error } = useAct('PATCH /letters/{id}');
  const problemOf = fieldProblems(error);
  const isRewritten = language !== before;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const written = {
      addressee: linesOf(text.addressee),
      salutation: text.salutation,
      paragraphs: paragraphsOf(text.paragraphs),
      closing: text.closing,
      signature: linesOf(text.signature),
    };
    act({ path: { id }, ifMatch: `"${String(version)}"`, body: isRewritten ? { language } : { body: written } }, close);
  };
  const field = (name: keyof typeof text) => ({
    label: words[name],
    value: text[name],
    dir: 'auto',
    lang: before,
    error: problemOf(`body/${name}`),
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      setText({ ...text, [name]: currentTarget.value }),
  });
  return (
    <form onSubmit={save} className={styles.form}>
      <Stack>
        <NativeSelect
          label={words.language}
          data-autofocus
          value={language}
          description={isRewritten ? words.rewrite : undefined}
          onChange={({ currentTarget }) => setLanguage(currentTarget.value as Letter['language'])}
          data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
        />
        {isRewritten ? null : (
          <>
            <Textarea {...field('addressee')} description={words.addresseeHint} autosize minRows={2} />
            <TextInput {...field('salutation')} />
            <Textarea {...field('paragraphs')} description={words.paragraphsHint} autosize minRows={8} />
            <Textarea {...field('closing')} autosize minRows={2} />
            <Textarea {...field('signature')} description={words.addresseeHint} autosize minRows={2} />
          </>
        )}
        {error === null ? null : <Trouble problem={error} />}
        <FormButtons label={words.save} isBusy={isBusy} close={close} />
      </Stack>
    </form>
  );
}
