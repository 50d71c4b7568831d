import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Tenken signs the foot; `children` is what else stands there (a telephone number). */
export function Footer(props: { children?: ReactNode }) {
  const t = useTranslations('ui');
  return (
    <footer className="foot">
      <span>{t('brand.sign')}</span>
      {props.children}
      <span>{t('zone')}</span>
    </footer>
  );
}
