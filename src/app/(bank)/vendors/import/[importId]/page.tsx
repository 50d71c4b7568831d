import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readShown } from '@/screens/bank/vendors/import-data';
import { ImportViewScreen } from '@/screens/bank/vendors/import-view';
import { mayEditVendors } from '@/screens/bank/vendors/vendor-data';
import { pageData } from '@/trpc/page';

interface Props {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('vendors.import');
  return { title: t('title') };
}

export default async function OneImportPage({ params, searchParams }: Props) {
  const { importId } = await params;
  const shown = readShown(await searchParams);
  const { view, me } = await pageData('/sign-in?next=/vendors/import', async (api) => ({
    view: await api.bank.imports.show({ importId, ...shown }),
    me: await api.entry.whoAmI({}),
  }));
  return <ImportViewScreen view={view} {...shown} mayImport={mayEditVendors(me?.roles ?? [])} />;
}
