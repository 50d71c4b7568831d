import { redirect } from 'next/navigation';
import { pageData } from '@/trpc/page';

/** The first page is that of whoever is signed in. */
export default async function FirstPage() {
  const me = await pageData('/sign-in', (api) => api.entry.whoAmI({}));
  if (me === null || me.tenantId === null) redirect('/sign-in');
  redirect(me.roles.includes('auditor') ? '/history' : '/campaigns');
}
