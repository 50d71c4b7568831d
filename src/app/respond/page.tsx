import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Doorstep } from '@/screens/respondent/doorstep/doorstep';
import { nextContext } from '@/trpc/next-context';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('entry.respond');
  return { title: t('pageTitle') };
}

/** The link's token stands in the fragment, which never reaches the server: the browser reads it and asks by POST. */
export default async function DoorstepPage() {
  const { outside } = await nextContext(null);
  return <Doorstep now={outside.clock.now()} />;
}
