import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BeginScreen } from '@/screens/bank/campaigns/begin-screen';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.campaigns.form');
  return { title: t('title') };
}

export default async function NewCampaignPage() {
  const preparation = await pageData('/sign-in?next=/campaigns/new', (api) => api.bank.campaigns.prepare({}));
  return <BeginScreen preparation={preparation} />;
}
