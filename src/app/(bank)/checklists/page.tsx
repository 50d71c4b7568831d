import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EditionList } from '@/screens/bank/checklists/edition-list';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checklists.list');
  return { title: t('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ChecklistsPage({ searchParams }: Props) {
  const page = Number((await searchParams).page);
  const data = await pageData('/sign-in?next=/checklists', (api) =>
    api.bank.checklists.list({ page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1 }),
  );
  return <EditionList data={data} />;
}
