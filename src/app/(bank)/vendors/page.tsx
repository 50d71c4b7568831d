import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { mayEditVendors } from '@/screens/bank/vendors/vendor-data';
import { VendorList } from '@/screens/bank/vendors/vendor-list';
import { readVendorSearch } from '@/screens/bank/vendors/vendor-search';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('vendors.list');
  return { title: t('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The view is the address; what can't be a choice is left out. */
export default async function VendorsPage({ searchParams }: Props) {
  const { page, ...search } = readVendorSearch(await searchParams);
  const { data, me } = await pageData('/sign-in?next=/vendors', async (api) => ({
    data: await api.bank.vendors.list({
      ...search,
      criticality: search.criticality || null,
      bureau: search.bureau || null,
      page,
    }),
    me: await api.entry.whoAmI({}),
  }));
  return <VendorList data={data} search={search} canEdit={mayEditVendors(me?.roles ?? [])} />;
}
