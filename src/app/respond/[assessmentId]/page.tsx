import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Workspace } from '@/screens/respondent/workspace/workspace';
import { pageData } from '@/trpc/page';

interface Props {
  params: Promise<{ assessmentId: string }>;
  searchParams: Promise<{ item?: string | string[]; show?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('respondent.workspace');
  return { title: t('pageTitle') };
}

/** `?item=35` opens that 通番, `?show=missing` lists what lacks something. */
export default async function WorkspacePage({ params, searchParams }: Props) {
  const { assessmentId } = await params;
  const { item, show } = await searchParams;
  const { data, master } = await pageData('/respond', async (api) => ({
    data: await api.respondent.workspace.open({ assessmentId }),
    master: await api.respondent.master.look({ assessmentId }),
  }));
  const one = (named: string | string[] | undefined) => (typeof named === 'string' ? named : null);
  return <Workspace data={data} master={master} at={one(item)} show={one(show)} />;
}
