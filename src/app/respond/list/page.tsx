import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AssessmentList } from '@/screens/respondent/assessment-list';
import { nextContext } from '@/trpc/next-context';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('entry.respond');
  return { title: t('list.title') };
}

export default async function AssessmentListPage() {
  const { outside } = await nextContext(null);
  const mine = await pageData('/respond', (api) => api.entry.myAssessments({}));
  return <AssessmentList mine={mine} now={outside.clock.now()} />;
}
