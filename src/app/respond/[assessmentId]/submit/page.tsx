import { Submission } from '@/screens/respondent/submission/submission';
import { pageData } from '@/trpc/page';

export default async function SubmissionPage({ params }: { params: Promise<{ assessmentId: string }> }) {
  const { assessmentId } = await params;
  const data = await pageData('/respond', (api) => api.respondent.workspace.open({ assessmentId }));
  return <Submission data={data} />;
}
