import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CampaignScreen } from '@/screens/bank/campaigns/campaign-screen';
import { pageData } from '@/trpc/page';

interface Props {
  params: Promise<{ campaignId: string }>;
}

const read = (campaignId: string) =>
  pageData('/sign-in?next=/campaigns', async (api) => ({
    campaign: await api.bank.campaigns.show({ campaignId }),
    me: await api.entry.whoAmI({}),
  }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { campaignId } = await params;
  return { title: (await read(campaignId)).campaign.name };
}

export default async function CampaignPage({ params }: Props) {
  const { campaignId } = await params;
  const { campaign, me } = await read(campaignId);
  if (campaign.state === 'draft' || campaign.state === 'launching') redirect(`/campaigns/${campaignId}/launch`);
  return <CampaignScreen campaign={campaign} roles={me?.roles ?? []} />;
}
