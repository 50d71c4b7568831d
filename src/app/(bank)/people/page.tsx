import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MemberTable } from '@/screens/bank/people/member-table';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.members');
  return { title: t('title') };
}

export default async function PeoplePage() {
  const people = await pageData('/sign-in?next=/people', (api) => api.bank.members.list({}));
  return <MemberTable people={people} />;
}
