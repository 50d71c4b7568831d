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
  const { mine, organisation } = await pageData('/respond', async (api) => ({
    mine: await api.entry.myAssessments({}),
    organisation: await api.entry.myOrganisation({}),
  }));
  return <AssessmentList mine={mine} organisation={organisation} now={outside.clock.now()} />;
}
