import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GapList } from '@/screens/bank/gaps/gap-list';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.gaps');
  return { title: t('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const STATES = ['overdue', 'planned', 'undecided', 'unplanned'] as const;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The filter is the address; what can't be one is left out. */
export default async function GapsPage({ searchParams }: Props) {
  const given = await searchParams;
  const text = (name: string) => (typeof given[name] === 'string' ? given[name].slice(0, 200) : '');
  const id = (name: string) => (ID.test(text(name)) ? text(name) : '');
  const page = Number(text('page'));
  const filter = {
    campaign: id('campaign'),
    vendor: id('vendor'),
    category: text('category'),
    state: STATES.find((state) => state === text('state')) ?? ('' as const),
  };
  const data = await pageData('/sign-in?next=/gaps', (api) =>
    api.bank.gaps.list({
      campaignId: filter.campaign || null,
      vendorId: filter.vendor || null,
      category: filter.category || null,
      state: filter.state || null,
      page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    }),
  );
  return <GapList data={data} filter={filter} />;
}
