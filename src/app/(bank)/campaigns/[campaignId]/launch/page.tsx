import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BasicsStep } from '@/screens/bank/campaigns/basics-step';
import { DatesStep } from '@/screens/bank/campaigns/dates-step';
import { ItemsStep } from '@/screens/bank/campaigns/items-step';
import { LaunchScreen } from '@/screens/bank/campaigns/launch-screen';
import { readServiceSearch } from '@/screens/bank/campaigns/service-search';
import { ServicesStep } from '@/screens/bank/campaigns/services-step';
import { TextsStep } from '@/screens/bank/campaigns/texts-step';
import { readStep } from '@/screens/bank/campaigns/wizard-steps';
import { pageData } from '@/trpc/page';

interface Props {
  params: Promise<{ campaignId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const SIGN_IN = '/sign-in?next=/campaigns';

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('bank.campaigns');
  const step = readStep((await searchParams).step);
  return { title: step === 'plan' ? t('launch.title') : t(`wizard.title.${step}`) };
}

/** A preparation, a step an address: what was saved is found again. Once launched, its progress; then the campaign. */
export default async function LaunchPage({ params, searchParams }: Props) {
  const { campaignId } = await params;
  const given = await searchParams;
  const step = readStep(given.step);
  if (step === 'plan') return <PlanStep campaignId={campaignId} given={given} />;
  const draft = await pageData(SIGN_IN, (api) => api.bank.campaigns.showDraft({ campaignId }));
  if (draft.state !== 'draft') redirect(`/campaigns/${campaignId}/launch`);
  switch (step) {
    case 'basics':
      return <BasicsStep draft={draft} />;
    case 'items':
      return <ItemsStep key={draft.editionId} draft={draft} />;
    case 'dates':
      return <DatesStep draft={draft} />;
    case 'texts':
      return <TextsStep draft={draft} />;
    case 'services': {
      const { page, ...search } = readServiceSearch(given);
      const services = await pageData(SIGN_IN, (api) =>
        api.bank.campaigns.listServices({ campaignId, ...search, page }),
      );
      const view = JSON.stringify([search, page]);
      return <ServicesStep key={view} draft={draft} services={services} search={search} />;
    }
  }
}

async function PlanStep(props: { campaignId: string; given: Awaited<Props['searchParams']> }) {
  const { campaignId } = props;
  const { wave, page } = readServiceSearch(props.given);
  const { plan, me } = await pageData(SIGN_IN, async (api) => ({
    plan: await api.bank.campaigns.flightPlan({ campaignId, wave: wave ?? 1, page }),
    me: await api.entry.whoAmI({}),
  }));
  if (plan.state !== 'draft' && plan.state !== 'launching') redirect(`/campaigns/${campaignId}`);
  return <LaunchScreen plan={plan} mayLaunch={me?.roles.includes('operator') ?? false} />;
}
