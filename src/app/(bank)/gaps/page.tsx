import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GapList } from '@/screens/bank/gaps/gap-list';
import { readGapFilter } from '@/screens/bank/gaps/gap-search';
import { pageData } from '@/trpc/page';
import { readPage } from '@/ui/read-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.gaps');
  return { title: t('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The filter is the address; what can't be one is left out. */
export default async function GapsPage({ searchParams }: Props) {
  const given = await searchParams;
  const filter = readGapFilter(given);
  const page = readPage(given.page);
  const data = await pageData('/sign-in?next=/gaps', (api) =>
    api.bank.gaps.list({
      campaignId: filter.campaign || null,
      vendorId: filter.vendor || null,
      category: filter.category || null,
      state: filter.state || null,
      page,
    }),
  );
  return <GapList data={data} filter={filter} />;
}
