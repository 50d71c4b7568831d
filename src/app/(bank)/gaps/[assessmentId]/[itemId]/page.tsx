import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GapHistory } from '@/screens/bank/gaps/gap-history';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.gaps.historyPage');
  return { title: t('title') };
}

interface Props {
  params: Promise<{ assessmentId: string; itemId: string }>;
}

export default async function GapHistoryPage({ params }: Props) {
  const { assessmentId, itemId } = await params;
  const history = await pageData(`/sign-in?next=/gaps/${assessmentId}/${itemId}`, (api) =>
    api.bank.gaps.history({ assessmentId, itemId }),
  );
  return <GapHistory history={history} />;
}
