import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NewVendor } from '@/screens/bank/vendors/new-vendor';
import { mayEditVendors } from '@/screens/bank/vendors/vendor-data';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('vendors.form');
  return { title: t('newTitle') };
}

export default async function NewVendorPage() {
  const me = await pageData('/sign-in?next=/vendors', (api) => api.entry.whoAmI({}));
  if (!mayEditVendors(me?.roles ?? [])) notFound();
  return <NewVendor />;
}
