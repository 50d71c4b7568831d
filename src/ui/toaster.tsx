'use client';
import { useTranslations } from 'next-intl';
import { Toaster as Sonner } from 'sonner';

/** Once in the root layout; `showToast` speaks through it. */
export function Toaster() {
  const t = useTranslations('ui');
  return <Sonner position="bottom-center" containerAriaLabel={t('toast.region')} visibleToasts={3} />;
}
