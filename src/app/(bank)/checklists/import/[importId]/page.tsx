import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportScreen } from '@/screens/bank/checklists/import-screen';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checklists.import');
  return { title: t('title') };
}

interface Props {
  params: Promise<{ importId: string }>;
}

export default async function ChecklistImportPage({ params }: Props) {
  const { importId } = await params;
  const shown = await pageData('/sign-in?next=/checklists', (api) => api.bank.checklists.showImport({ importId }));
  return <ImportScreen shown={shown} />;
}
