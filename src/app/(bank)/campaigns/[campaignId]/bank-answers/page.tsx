import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BankAnswersScreen } from '@/screens/bank/bank-answers/bank-answers-screen';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.bankAnswers');
  return { title: t('title') };
}

interface Props {
  params: Promise<{ campaignId: string }>;
  searchParams: Promise<{ assessment?: string | string[] }>;
}

/** `?assessment=` answers for that vendor alone. */
export default async function BankAnswersPage({ params, searchParams }: Props) {
  const { campaignId } = await params;
  const { assessment } = await searchParams;
  const assessmentId = typeof assessment === 'string' ? assessment : null;
  const { view, me } = await pageData('/sign-in?next=/campaigns', async (api) => ({
    view: await api.bank.bankAnswers.list({ campaignId, assessmentId }),
    me: await api.entry.whoAmI({}),
  }));
  return <BankAnswersScreen key={assessmentId} view={view} me={me?.name ?? ''} today={view.today} />;
}
