import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EvidenceList } from '@/screens/respondent/evidence/evidence-list';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('respondent.evidence');
  return { title: t('listTitle') };
}

export default async function EvidencePage({ params }: { params: Promise<{ assessmentId: string }> }) {
  const { assessmentId } = await params;
  return <EvidenceList data={await pageData('/respond', (api) => api.respondent.workspace.open({ assessmentId }))} />;
}
