import { Button, Divider } from '@mantine/core';
import { fill } from '../../../words/plurals.ts';
import { useWords } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';

type Given = {
  /** Where one wants to go. */
  readonly to: string;
  /** In another window, where this one holds what somebody typed. */
  readonly isApart?: boolean;
};

/** Signing in with an identity provider, where the installation has one. */
export function Elsewhere({ to, isApart = false }: Given) {
  const { signIn } = useWords().access;
  const { data } = useApi('GET /session/openid', {});
  if (data?.isOffered !== true) return null;
  const href = `/api/v1/session/openid/start?to=${encodeURIComponent(to)}`;
  return (
    <>
      <Divider label={signIn.or} my="md" />
      <Button component="a" variant="default" fullWidth href={href} {...(isApart ? { target: '_blank' } : {})}>
        {fill(signIn.elsewhere, { name: data.name ?? 'OpenID' })}
      </Button>
    </>
  );
}
