import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportChoose } from '@/screens/bank/checklists/import-choose';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checklists.import');
  return { title: t('title') };
}

export default async function ImportChecklistPage() {
  const { may } = await pageData('/sign-in?next=/checklists/import', (api) => api.bank.checklists.list({ page: 1 }));
  return <ImportChoose mayImport={may.edit} />;
}
