import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { wordsFor } from '@/messages/words-for';
import { BankBar } from '@/screens/bank/frame/bank-bar';
import { ProcedureProvider } from '@/trpc/client/provider';
import { pageData, redirectToSignIn } from '@/trpc/page';
import { Footer } from '@/ui/footer';

/** The frame of the bank's pages. Who may see what is decided where each page reads its data, not here. */
export default async function BankLayout({ children }: { children: ReactNode }) {
  const me = await pageData('/sign-in?idle=1', (api) => api.entry.whoAmI({}));
  if (me === null || me.tenantId === null) return redirectToSignIn('/sign-in');
  if (me.roles.includes('auditor')) redirect('/history');
  return (
    <NextIntlClientProvider messages={wordsFor('bank', await getLocale())}>
      <ProcedureProvider>
        <BankBar member={{ ...me, tenantId: me.tenantId }} />
        <main id="main" className="page" tabIndex={-1}>
          {children}
          <Footer />
        </main>
      </ProcedureProvider>
    </NextIntlClientProvider>
  );
}
