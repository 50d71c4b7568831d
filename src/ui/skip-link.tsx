import { useTranslations } from 'next-intl';

/** First thing in a page; the page's `main` carries `id="main"`. */
export function SkipLink() {
  const t = useTranslations('ui');
  return (
    <a className="skip" href="#main">
      {t('skip')}
    </a>
  );
}
