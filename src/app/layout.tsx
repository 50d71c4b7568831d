import '@fontsource-variable/noto-sans-jp/index.css';
import './globals.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { wordsFor } from '@/messages/words-for';
import { Toaster } from '@/ui/toaster';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ui');
  return {
    title: { default: t('brand.title'), template: `%s | ${t('brand.title')}` },
    referrer: 'no-referrer',
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, email: false, address: false, date: false },
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/**
 * Reading the headers makes every page dynamic, which the nonce of the content security policy needs. The words here are
 * anybody's; the layouts below add those of their reader.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const locale = await getLocale();
  return (
    <html lang={locale}>
      <body>
        <CSPProvider nonce={nonce}>
          <NextIntlClientProvider messages={wordsFor('anybody', locale)}>
            {children}
            <Toaster />
          </NextIntlClientProvider>
        </CSPProvider>
      </body>
    </html>
  );
}
