import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignIn } from '@/screens/bank/sign-in/sign-in';
import { ProcedureProvider } from '@/trpc/client/provider';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('entry.signIn');
  return { title: t('title') };
}

interface Props {
  searchParams: Promise<Record<'next' | 'idle' | 'bank' | 'sso', string | string[] | undefined>>;
}

/**
 * `?next=` is a path of this site to go on to; the screen ignores anything else. `?bank=` names the bank whose own
 * provider is to be gone to, `?sso=` why: `required` by that bank, or once more after it `failed`.
 */
export default async function SignInPage({ searchParams }: Props) {
  const { next, idle, bank, sso } = await searchParams;
  return (
    <ProcedureProvider>
      <SignIn
        next={typeof next === 'string' ? next : null}
        idle={idle === '1'}
        bank={typeof bank === 'string' ? bank : null}
        sso={sso === 'required' || sso === 'failed' ? sso : null}
      />
    </ProcedureProvider>
  );
}
