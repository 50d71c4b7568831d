import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/ui/button-link';

export default async function NotFound() {
  const t = await getTranslations('ui');
  return (
    <main className="narrow" id="main">
      <h1>{t('notFound.title')}</h1>
      <p className="read mt16">{t('notFound.text')}</p>
      <p className="mt24">
        <ButtonLink href="/">{t('notFound.home')}</ButtonLink>
      </p>
    </main>
  );
}
