import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LaunchScreen } from '@/screens/bank/campaigns/launch-screen';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.campaigns.launch');
  return { title: t('title') };
}

export default async function LaunchPage({ params }: { params: Promise<{ campaignId: string }> }) {
  const { campaignId } = await params;
  const { plan, me } = await pageData('/sign-in?next=/campaigns', async (api) => ({
    plan: await api.bank.campaigns.flightPlan({ campaignId }),
    me: await api.entry.whoAmI({}),
  }));
  if (plan.state !== 'draft' && plan.state !== 'launching') redirect(`/campaigns/${campaignId}`);
  return <LaunchScreen plan={plan} mayLaunch={me?.roles.includes('operator') ?? false} />;
}
