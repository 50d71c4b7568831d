import type { Metadata } from 'next';
import { cache } from 'react';
import { mayEditVendors } from '@/screens/bank/vendors/vendor-data';
import { VendorScreen } from '@/screens/bank/vendors/vendor-screen';
import { pageData } from '@/trpc/page';

/** The most urgent ones; the list of gaps has them all. */
const MOST_GAPS = 10;

interface Props {
  params: Promise<{ vendorId: string }>;
}

/** Once a request: the page and its title ask for the same. */
const read = cache((vendorId: string) =>
  pageData('/sign-in?next=/vendors', (api) => api.bank.vendors.show({ vendorId })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { vendorId } = await params;
  return { title: (await read(vendorId)).facts.name };
}

export default async function VendorPage({ params }: Props) {
  const { vendorId } = await params;
  const vendor = await read(vendorId);
  const { me, gaps } = await pageData('/sign-in?next=/vendors', async (api) => ({
    me: await api.entry.whoAmI({}),
    gaps: await api.bank.gaps.list({ vendorId, campaignId: null, category: null, state: null, page: 1 }),
  }));
  return (
    <VendorScreen vendor={vendor} gaps={gaps.gaps.slice(0, MOST_GAPS)} canEdit={mayEditVendors(me?.roles ?? [])} />
  );
}
