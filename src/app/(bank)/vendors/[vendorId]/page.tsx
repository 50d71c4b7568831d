import type { Metadata } from 'next';
import { cache } from 'react';
import { mayEditVendors } from '@/screens/bank/vendors/vendor-data';
import { VendorScreen } from '@/screens/bank/vendors/vendor-screen';
import { pageData } from '@/trpc/page';

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
  const me = await pageData('/sign-in?next=/vendors', (api) => api.entry.whoAmI({}));
  return <VendorScreen vendor={vendor} canEdit={mayEditVendors(me?.roles ?? [])} />;
}
