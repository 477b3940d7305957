import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { TokenReach } from '../../../domain/access/principal.ts';
import { fill } from '../../../words/plurals.ts';
import { locales } from '../../app/language.ts';
import { useSpeech } from '../../app/speech.tsx';
import { fieldProblems } from '../../client/field-problems.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { SecretText } from '../../parts/secret-text.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useAccountsWords } from '../../words/accounts-words.ts';
import styles from './account.module.css';

/** Tokens for programs: made, shown once, revoked. */
export function Tokens() {
  const { day } = useSpeech();
  const { tokens } = useAccountsWords();
  const found = useApi('GET /account/tokens', {});
  const revoking = useAct('DELETE /account/tokens/{id}');
  const [now] = useState(() => new Date().toISOString());
  return (
    <Panel title={tokens.title}>
      <p className="soft">{tokens.hint}</p>
      <Shown of={found} lines={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{tokens.none}</p>
          ) : (
            <ul className={styles.list}>
              {rows.map(({ id, name, reach, expiresAt, lastUsedAt }) => (
                <li key={id}>
                  <div>
                    <bdi>{name}</bdi> · {tokens.reaches[reach]}
                    <div className="soft">
                      {expiresAt < now ? tokens.expired : fill(tokens.goodUntil, { date: day(expiresAt) })} ·{' '}
                      {lastUsedAt === null ? tokens.neverUsed : fill(tokens.used, { date: day(lastUsedAt) })}
                    </div>
                  </div>
                  <Button
                    size="xs"
                    variant="default"
                    loading={revoking.isBusy}
                    onClick={() => revoking.act({ path: { id } })}
                    aria-label={`${tokens.revoke}: ${name}`}
                  >
                    {tokens.revoke}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      <Refusal problem={revoking.error} />
      <MakeToken />
    </Panel>
  );
}

const lives = [7, 30, 90, 365] as const;

function MakeToken() {
  const { language } = useSpeech();
  const { tokens, second } = useAccountsWords();
  const [given, setGiven] = useState({ name: '', reach: 'read' as TokenReach, days: 90 });
  const [made, setMade] = useState<string>();
  const { act, isBusy, error } = useAct('POST /account/tokens');
  const problemOf = fieldProblems(error);
  const change = (changed: Partial<typeof given>): void => setGiven((before) => ({ ...before, ...changed }));
  const daysIn = new Intl.NumberFormat(locales[language], { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const make = (event: FormEvent): void => {
    event.preventDefault();
    act({ body: given }, ({ token }) => {
      setMade(token);
      change({ name: '' });
    });
  };
  return (
    <form onSubmit={make}>
      <div aria-live="polite">
        {made === undefined ? null : (
          <>
            <p>
              <b>{tokens.once}</b>
            </p>
            <SecretText text={made} label={tokens.label} copy={second.copy} />
          </>
        )}
      </div>
      <div className={styles.fields} style={{ marginTop: '0.75rem' }}>
        <TextInput
          label={tokens.name}
          placeholder={tokens.nameHint}
          required
          maxLength={200}
          value={given.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          error={problemOf('name')}
        />
        <NativeSelect
          label={tokens.reach}
          value={given.reach}
          onChange={({ currentTarget }) => change({ reach: currentTarget.value as TokenReach })}
          data={(['read', 'write'] as const).map((value) => ({ value, label: tokens.reaches[value] }))}
        />
        <NativeSelect
          label={tokens.days}
          value={String(given.days)}
          onChange={({ currentTarget }) => change({ days: Number(currentTarget.value) })}
          data={lives.map((days) => ({ value: String(days), label: daysIn.format(days) }))}
        />
      </div>
      <Refusal problem={error} />
      <Button type="submit" mt="sm" loading={isBusy}>
        {tokens.make}
      </Button>
    </form>
  );
}
