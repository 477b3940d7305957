import { Button, Group } from '@mantine/core';
import { useWords } from '../app/speech.tsx';

type Given = { readonly label: string; readonly isBusy: boolean; readonly close: () => void };

/** What ends a form that was opened: doing it, or leaving it. */
export function FormButtons({ label, isBusy, close }: Given) {
  const { shell } = useWords();
  return (
    <Group>
      <Button type="submit" loading={isBusy}>
        {label}
      </Button>
      <Button variant="default" onClick={close}>
        {shell.cancel}
      </Button>
    </Group>
  );
}
