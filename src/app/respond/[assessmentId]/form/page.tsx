import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FormExchange } from '@/screens/respondent/form/form-exchange';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('respondent.form');
  return { title: t('title') };
}

export default async function FormPage({ params }: { params: Promise<{ assessmentId: string }> }) {
  const { assessmentId } = await params;
  const { data, form } = await pageData('/respond', async (api) => ({
    data: await api.respondent.workspace.open({ assessmentId }),
    form: await api.respondent.forms.show({ assessmentId }),
  }));
  return <FormExchange data={data} form={form} />;
}
