import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportScreen } from '@/screens/bank/vendors/import-screen';
import { mayEditVendors } from '@/screens/bank/vendors/vendor-data';
import { pageData } from '@/trpc/page';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('vendors.import');
  return { title: t('title') };
}

export default async function ImportPage({ searchParams }: Props) {
  const given = Number((await searchParams).page);
  const page = Number.isInteger(given) && given >= 1 && given <= 10_000 ? given : 1;
  const { list, me } = await pageData('/sign-in?next=/vendors/import', async (api) => ({
    list: await api.bank.imports.list({ kind: 'vendors', page }),
    me: await api.entry.whoAmI({}),
  }));
  const roles = me?.roles ?? [];
  return <ImportScreen list={list} page={page} mayImport={mayEditVendors(roles)} roles={roles} />;
}
