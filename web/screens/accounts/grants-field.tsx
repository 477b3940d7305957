import { Button } from '@mantine/core';
import { useAccountsWords } from '../../words/accounts-words.ts';
import { blankGrant, type Grant } from './grant-draft.ts';
import { GrantField } from './grant-field.tsx';

type Given = { readonly grants: readonly Grant[]; readonly change: (grants: readonly Grant[]) => void };

/** All roles of one account, each with its place. */
export function GrantsField({ grants, change }: Given) {
  const { accounts } = useAccountsWords();
  return (
    <>
      {grants.map((grant, index) => (
        <GrantField
          // A grant has no id; it keeps its place while it is edited.
          // eslint-disable-next-line react/no-array-index-key
          key={index}
          grant={grant}
          change={(changed) => change(grants.with(index, changed))}
          take={() => change(grants.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button variant="default" size="xs" onClick={() => change([...grants, blankGrant('desk-officer')])}>
          {accounts.addRole}
        </Button>
      </div>
    </>
  );
}
