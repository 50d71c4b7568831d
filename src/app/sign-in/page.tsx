import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignIn } from '@/screens/bank/sign-in/sign-in';
import { ProcedureProvider } from '@/trpc/client/provider';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('entry.signIn');
  return { title: t('title') };
}

interface Props {
  searchParams: Promise<{ next?: string | string[]; idle?: string | string[] }>;
}

/** `?next=` is a path of this site to go on to; the screen ignores anything else. */
export default async function SignInPage({ searchParams }: Props) {
  const { next, idle } = await searchParams;
  return (
    <ProcedureProvider>
      <SignIn next={typeof next === 'string' ? next : null} idle={idle === '1'} />
    </ProcedureProvider>
  );
}
