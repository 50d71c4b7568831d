import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CampaignList } from '@/screens/bank/campaigns/campaign-list';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.campaigns');
  return { title: t('title') };
}

export default async function CampaignsPage() {
  const { list, me } = await pageData('/sign-in?next=/campaigns', async (api) => ({
    list: await api.bank.campaigns.list({}),
    me: await api.entry.whoAmI({}),
  }));
  return <CampaignList list={list} mayPrepare={me?.roles.includes('operator') ?? false} />;
}
