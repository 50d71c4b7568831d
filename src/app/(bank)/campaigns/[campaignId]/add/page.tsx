import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AddTargets } from '@/screens/bank/campaigns/add-targets';
import { readServiceSearch } from '@/screens/bank/campaigns/service-search';
import { pageData } from '@/trpc/page';

interface Props {
  params: Promise<{ campaignId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.campaigns.add');
  return { title: t('title') };
}

/** Only services that the campaign doesn't have yet. */
export default async function AddTargetsPage({ params, searchParams }: Props) {
  const { campaignId } = await params;
  const { page, ...given } = readServiceSearch(await searchParams);
  const search = { ...given, chosen: 'unchosen' as const, wave: null };
  const { campaign, services } = await pageData('/sign-in?next=/campaigns', async (api) => ({
    campaign: await api.bank.campaigns.show({ campaignId }),
    services: await api.bank.campaigns.listServices({ campaignId, ...search, page }),
  }));
  if (campaign.state !== 'running') redirect(`/campaigns/${campaignId}`);
  return <AddTargets key={JSON.stringify([search, page])} campaign={campaign} services={services} search={search} />;
}
