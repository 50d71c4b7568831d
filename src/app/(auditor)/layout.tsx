import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { wordsFor } from '@/messages/words-for';
import { AuditorBar } from '@/screens/auditor/auditor-bar';
import { ProcedureProvider } from '@/trpc/client/provider';
import { pageData } from '@/trpc/page';
import { Footer } from '@/ui/footer';

/** The frame of an auditor's pages. Nothing is read here or in the pages: the screens look, by POST. */
export default async function AuditorLayout({ children }: { children: ReactNode }) {
  const me = await pageData('/sign-in?idle=1', (api) => api.entry.whoAmI({}));
  if (me === null || me.tenantId === null) redirect('/sign-in');
  if (!me.roles.includes('auditor')) redirect('/campaigns');
  return (
    <NextIntlClientProvider messages={wordsFor('bank', await getLocale())}>
      <ProcedureProvider>
        <AuditorBar {...me} tenantId={me.tenantId} />
        <main id="main" className="page" tabIndex={-1}>
          {children}
          <Footer />
        </main>
      </ProcedureProvider>
    </NextIntlClientProvider>
  );
}
