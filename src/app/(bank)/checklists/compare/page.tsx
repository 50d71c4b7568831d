import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompareScreen } from '@/screens/bank/checklists/compare-screen';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checklists.compare');
  return { title: t('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The two editions are the address. */
export default async function CompareEditionsPage({ searchParams }: Props) {
  const given = await searchParams;
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
  const { comparison, editions } = await pageData('/sign-in?next=/checklists', async (api) => ({
    comparison: await api.bank.checklists.compare({ fromEditionId: text('from'), toEditionId: text('to') }),
    editions: (await api.bank.checklists.list({ page: 1 })).editions.map(({ id, title }) => ({ id, title })),
  }));
  return (
    <CompareScreen key={`${comparison.from.id} ${comparison.to.id}`} comparison={comparison} editions={editions} />
  );
}
