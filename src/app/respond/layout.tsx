import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { wordsFor } from '@/messages/words-for';
import { ProcedureProvider } from '@/trpc/client/provider';

/** Each screen draws its own bar: the bank's name, which leads it, comes with the screen's data. */
export default async function RespondLayout({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider messages={wordsFor('respondent', await getLocale())}>
      <ProcedureProvider>{children}</ProcedureProvider>
    </NextIntlClientProvider>
  );
}
