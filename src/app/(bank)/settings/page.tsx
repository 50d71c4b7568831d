import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsScreen } from '@/screens/bank/settings/settings-screen';
import { pageData } from '@/trpc/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.settings');
  return { title: t('title') };
}

export default async function SettingsPage() {
  const { view, identity } = await pageData('/sign-in?next=/settings', async (api) => {
    const shown = await api.bank.settings.show({});
    return { view: shown, identity: shown.mayChange ? await api.bank.identityProvider.show({}) : null };
  });
  return <SettingsScreen view={view} identity={identity} />;
}
