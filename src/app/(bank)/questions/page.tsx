import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { QuestionList } from '@/screens/bank/questions/question-list';
import { readQuestionFilter } from '@/screens/bank/questions/question-search';
import { pageData } from '@/trpc/page';
import { readPage } from '@/ui/read-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bank.questions');
  return { title: t('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The filter is the address; what can't be one is left out. */
export default async function QuestionsPage({ searchParams }: Props) {
  const given = await searchParams;
  const filter = readQuestionFilter(given);
  const page = readPage(given.page);
  const data = await pageData('/sign-in?next=/questions', (api) =>
    api.bank.questions.list({
      campaignId: filter.campaign || null,
      inChargeId: filter.inCharge || null,
      state: filter.state === 'all' ? null : filter.state,
      page,
    }),
  );
  return <QuestionList data={data} filter={filter} />;
}
