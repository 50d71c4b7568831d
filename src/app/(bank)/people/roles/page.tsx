import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RoleTable } from '@/screens/bank/people/role-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.roles');
  return { title: t('title') };
}

export default function RolesPage() {
  return <RoleTable />;
}
