import { PasswordInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useWords } from '../app/speech.tsx';

type Given = {
  readonly label: string;
  readonly value: string;
  readonly change: (password: string) => void;
  readonly isNew?: boolean;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly isFirst?: boolean;
};

/** A password that a manager of passwords may fill in, that can be pasted, and that can be looked at. */
export function PasswordField({ label, value, change, isNew = false, description, error, isFirst = false }: Given) {
  const { signIn } = useWords().access;
  const [isShown, setShown] = useState(false);
  return (
    <PasswordInput
      label={label}
      required
      autoComplete={isNew ? 'new-password' : 'current-password'}
      dir="ltr"
      value={value}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      description={description}
      error={error}
      visible={isShown}
      onVisibilityChange={setShown}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': isShown ? signIn.hide : signIn.show }}
      data-autofocus={isFirst || undefined}
      data-mantine-stop-propagation="true"
    />
  );
}
