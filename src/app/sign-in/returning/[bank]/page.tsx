import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Returning } from '@/screens/bank/sign-in/returning';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('entry.signIn');
  return { title: t('title') };
}

export default async function ReturningPage({ params }: { params: Promise<{ bank: string }> }) {
  return <Returning bank={(await params).bank} />;
}
