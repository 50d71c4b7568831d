import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Colleagues } from '@/screens/respondent/colleagues/colleagues';
import { pageData } from '@/trpc/page';

interface Props {
  params: Promise<{ assessmentId: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('respondent.colleagues');
  return { title: t('title') };
}

/** `?item=35` has that 通番 chosen already. */
export default async function ColleaguesPage({ params, searchParams }: Props) {
  const { assessmentId } = await params;
  const { item } = await searchParams;
  const { data, asked } = await pageData('/respond', async (api) => ({
    data: await api.respondent.workspace.open({ assessmentId }),
    asked: await api.respondent.delegations.list({ assessmentId }),
  }));
  return <Colleagues data={data} asked={asked} chosen={typeof item === 'string' ? item : null} />;
}
