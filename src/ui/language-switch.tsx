'use client';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { buttonClass } from './button-class';
import { IconGlobe } from './icons';

const YEAR_MS = 31_536_000_000;

/** Japanese ⇄ English: sets the cookie `tenken_locale` in this browser and draws the page anew; typed text stays. */
export function LanguageSwitch() {
  const t = useTranslations('ui');
  const locale = useLocale();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const other = locale === 'ja' ? 'en' : 'ja';
  const change = () =>
    startTransition(async () => {
      await cookieStore.set({
        name: 'tenken_locale',
        value: other,
        path: '/',
        expires: Date.now() + YEAR_MS,
        sameSite: 'lax',
      });
      router.refresh();
    });
  return (
    <button
      type="button"
      className={buttonClass('neutral', 'sm', false, 'lang')}
      onClick={change}
      aria-busy={pending || undefined}
      lang={other}
    >
      <IconGlobe />
      {t('language.other')}
    </button>
  );
}
