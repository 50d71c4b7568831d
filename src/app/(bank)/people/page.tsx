import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MemberTable } from '@/screens/bank/people/member-table';
import { pageData } from '@/trpc/page';
import { readPage } from '@/ui/read-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.members');
  return { title: t('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PeoplePage({ searchParams }: Props) {
  const page = readPage((await searchParams).page);
  const people = await pageData('/sign-in?next=/people', (api) => api.bank.members.list({ page }));
  return <MemberTable people={people} />;
}
