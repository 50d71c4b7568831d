import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReviewScreen } from '@/screens/bank/review/review-screen';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.review');
  return { title: t('title') };
}

/** `?filter=changed&words=鍵&item=35` lists what changed and holds the word, and opens that 通番; `?link=new` asks for another link. */
export default async function ReviewPage({
  params,
  searchParams,
}: {
  params: Promise<{ campaignId: string; assessmentId: string }>;
  searchParams: Promise<Partial<Record<'filter' | 'item' | 'words' | 'link', string | string[]>>>;
}) {
  const { campaignId, assessmentId } = await params;
  const { filter, item, words, link } = await searchParams;
  const review = await pageData('/sign-in?next=/campaigns', (api) => api.bank.reviews.show({ assessmentId }));
  if (review.head.campaignId !== campaignId) notFound();
  const start = {
    filter: typeof filter === 'string' ? filter : null,
    number: typeof item === 'string' ? item : null,
    words: typeof words === 'string' ? words.slice(0, 100) : '',
    link: link === 'new',
  };
  return <ReviewScreen review={review} start={start} />;
}
