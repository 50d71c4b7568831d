'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/ui/button-link';
import { IconDownload, IconSheet } from '@/ui/icons';

/** The ways from the register to its files: in, for who may change it, and out. */
export function ImportLinks({ mayImport }: { mayImport: boolean }) {
  const t = useTranslations('vendors.import');
  return (
    <>
      {mayImport ? (
        <ButtonLink href="/vendors/import" icon={<IconSheet />}>
          {t('importLink')}
        </ButtonLink>
      ) : null}
      <ButtonLink href="/vendors/import#exports" icon={<IconDownload />}>
        {t('exportLink')}
      </ButtonLink>
    </>
  );
}
