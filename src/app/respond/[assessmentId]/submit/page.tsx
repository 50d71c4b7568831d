import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Submission } from '@/screens/respondent/submission/submission';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('respondent.submission');
  return { title: t('title') };
}

export default async function SubmissionPage({ params }: { params: Promise<{ assessmentId: string }> }) {
  const { assessmentId } = await params;
  const data = await pageData('/respond', (api) => api.respondent.workspace.open({ assessmentId }));
  // A colleague answers; the lead submits.
  if (!data.isLead) redirect(`/respond/${assessmentId}`);
  return <Submission data={data} />;
}
