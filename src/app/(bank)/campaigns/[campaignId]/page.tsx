import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { readAssessmentSearch } from '@/screens/bank/campaigns/assessment-search';
import { CampaignScreen } from '@/screens/bank/campaigns/campaign-screen';
import { pageData } from '@/trpc/page';

interface Props {
  params: Promise<{ campaignId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Once a request: the page and its title ask for the same. */
const read = cache((campaignId: string) =>
  pageData('/sign-in?next=/campaigns', (api) => api.bank.campaigns.show({ campaignId })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { campaignId } = await params;
  return { title: (await read(campaignId)).name };
}

/** The table's view is the address; what can't be a choice is left out. */
export default async function CampaignPage({ params, searchParams }: Props) {
  const { campaignId } = await params;
  const campaign = await read(campaignId);
  if (campaign.state === 'draft' || campaign.state === 'launching') redirect(`/campaigns/${campaignId}/launch`);
  const { page, ...search } = readAssessmentSearch(await searchParams);
  const { inCharge, criticality, apiKind, ...chosen } = search;
  const { lines, me } = await pageData('/sign-in?next=/campaigns', async (api) => ({
    lines: await api.bank.assessments.list({
      campaignId,
      ...chosen,
      inChargeId: inCharge || null,
      criticality: criticality || null,
      apiKind: apiKind || null,
      page,
    }),
    me: await api.entry.whoAmI({}),
  }));
  return <CampaignScreen campaign={campaign} table={lines} search={search} roles={me?.roles ?? []} />;
}
