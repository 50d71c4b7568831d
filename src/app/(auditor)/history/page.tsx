import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HistoryList } from '@/screens/auditor/history-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auditor.list');
  return { title: t('title') };
}

export default function HistoryPage() {
  return <HistoryList />;
}
