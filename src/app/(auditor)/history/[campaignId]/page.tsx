import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CampaignHistory } from '@/screens/auditor/campaign-history';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auditor.campaign');
  return { title: t('title') };
}

export default async function CampaignHistoryPage({ params }: { params: Promise<{ campaignId: string }> }) {
  const { campaignId } = await params;
  return <CampaignHistory campaignId={campaignId} />;
}
