import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReviewScreen } from '@/screens/bank/review/review-screen';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.review');
  return { title: t('title') };
}

export default async function ReviewPage({
  params,
}: {
  params: Promise<{ campaignId: string; assessmentId: string }>;
}) {
  const { campaignId, assessmentId } = await params;
  const review = await pageData('/sign-in?next=/campaigns', (api) => api.bank.reviews.show({ assessmentId }));
  if (review.head.campaignId !== campaignId) notFound();
  return <ReviewScreen review={review} />;
}
