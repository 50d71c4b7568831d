import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CampaignForm } from '@/screens/bank/campaigns/campaign-form';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.campaigns.form');
  return { title: t('title') };
}

export default async function NewCampaignPage() {
  const preparation = await pageData('/sign-in?next=/campaigns/new', (api) => api.bank.campaigns.prepare({}));
  return <CampaignForm preparation={preparation} />;
}
