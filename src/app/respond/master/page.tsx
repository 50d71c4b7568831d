import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Organisation } from '@/screens/respondent/master/organisation';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('respondent.master');
  return { title: t('title') };
}

export default async function MasterPage() {
  const { mine, organisation } = await pageData('/respond', async (api) => {
    const mine = await api.entry.myOrganisation({});
    return { mine, organisation: mine.organisation === null ? null : await api.organisation.show({}) };
  });
  return <Organisation mine={mine} organisation={organisation} />;
}
