import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '../../client/types.ts';
import { useAct } from '../../client/use-act.ts';
import { useCall } from '../../client/use-call.ts';
import { Panel } from '../../parts/panel.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { SecretText } from '../../parts/secret-text.tsx';
import { useFirstFocus } from '../../parts/use-first-focus.ts';
import { useAccountsWords } from '../../words/accounts-words.ts';
import styles from './account.module.css';
import { RecoveryCodes } from './recovery-codes.tsx';

/** The second step of signing in: set up with an app, or taken away again. */
export function SecondFactor({ isOn }: { readonly isOn: boolean }) {
  const { second } = useAccountsWords();
  const queries = useQueryClient();
  const [begun, setBegun] = useState<Schemas['NewSecondFactor']>();
  const [codes, setCodes] = useState<readonly string[]>();
  const end = (): void => {
    setCodes(undefined);
    setBegun(undefined);
    void queries.invalidateQueries();
  };
  return (
    <Panel title={second.title}>
      {codes !== undefined ? (
        <RecoveryCodes codes={codes} kept={end} />
      ) : isOn ? (
        <Remove />
      ) : begun === undefined ? (
        <Begin begun={setBegun} />
      ) : (
        <Confirm begun={begun} confirmed={setCodes} />
      )}
    </Panel>
  );
}

function Begin({ begun }: { readonly begun: (factor: Schemas['NewSecondFactor']) => void }) {
  const { second } = useAccountsWords();
  const [password, setPassword] = useState('');
  const { ask, isBusy, error } = useCall('POST /account/second-factor', begun);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    ask({ body: { password } });
  };
  return (
    <form onSubmit={send} className={styles.narrow}>
      <p style={{ margin: 0 }}>{second.off}</p>
      <PasswordField label={second.passwordFirst} value={password} change={setPassword} />
      <Refusal problem={error} />
      <div>
        <Button type="submit" loading={isBusy}>
          {second.begin}
        </Button>
      </div>
    </form>
  );
}

type ConfirmGiven = {
  readonly begun: Schemas['NewSecondFactor'];
  readonly confirmed: (codes: readonly string[]) => void;
};

function Confirm({ begun: { qr, secret }, confirmed }: ConfirmGiven) {
  const { second } = useAccountsWords();
  const first = useFirstFocus();
  const [code, setCode] = useState('');
  const { ask, isBusy, error } = useCall('POST /account/second-factor/confirm', ({ recoveryCodes }) =>
    confirmed(recoveryCodes),
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    ask({ body: { code } });
  };
  return (
    <form onSubmit={send} className={styles.narrow}>
      <p style={{ margin: 0 }}>{second.scan}</p>
      <img
        className={styles.picture}
        src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
        alt={second.picture}
        width={192}
        height={192}
      />
      <SecretText text={inFours(secret)} label={second.secret} copy={second.copy} />
      <TextInput
        label={second.code}
        required
        ref={first}
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <Refusal problem={error} />
      <div>
        <Button type="submit" loading={isBusy}>
          {second.confirm}
        </Button>
      </div>
    </form>
  );
}

/** Letters in groups of four are typed with fewer mistakes; apps pass over the spaces. */
const inFours = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

function Remove() {
  const { second } = useAccountsWords();
  const [password, setPassword] = useState('');
  const { act, isBusy, error } = useAct('DELETE /account/second-factor');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    act({ body: { password } });
  };
  return (
    <form onSubmit={send} className={styles.narrow}>
      <p style={{ margin: 0 }}>✓ {second.on}</p>
      <PasswordField label={second.passwordFirst} value={password} change={setPassword} />
      <Refusal problem={error} />
      <div>
        <Button type="submit" variant="default" loading={isBusy}>
          {second.remove}
        </Button>
      </div>
    </form>
  );
}
