import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EditionList } from '@/screens/bank/checklists/edition-list';
import { pageData } from '@/trpc/page';
import { readPage } from '@/ui/read-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checklists.list');
  return { title: t('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ChecklistsPage({ searchParams }: Props) {
  const page = readPage((await searchParams).page);
  const data = await pageData('/sign-in?next=/checklists', (api) => api.bank.checklists.list({ page }));
  return <EditionList data={data} />;
}
