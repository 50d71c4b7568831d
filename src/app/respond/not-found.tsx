import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/ui/button-link';

/** Also where an assessment was open and the request ended: said alike, so that no address tells what lies behind it. */
export default function RespondNotFound() {
  const t = useTranslations('respondent.notFound');
  return (
    <main className="narrow" id="main">
      <h1>{t('title')}</h1>
      <p className="read mt16">{t('text')}</p>
      <p className="read mt16">{t('newLink')}</p>
      <p className="mt24">
        <ButtonLink href="/respond">{t('list')}</ButtonLink>
      </p>
    </main>
  );
}
