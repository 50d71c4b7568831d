'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { ActFailure } from './act-failure';
import { useAct } from './use-act';
import type { VendorFacts } from './vendor-data';

/** Takes the vendor out of the lists of today, or back into them. */
export function ArchiveButton({ facts }: { facts: VendorFacts }) {
  const t = useTranslations('vendors.vendor');
  const client = useTRPCClient();
  const { busy, failure, act } = useAct();
  const [asking, setAsking] = useState(false);
  const row = { vendorId: facts.id, version: facts.version };
  const archive = async () => {
    if (await act('archive', () => client.bank.vendors.archive.mutate(row), t('archivedNow'))) setAsking(false);
  };
  const restore = () => act('restore', () => client.bank.vendors.restore.mutate(row), t('restored'));
  if (facts.archivedAt) {
    return (
      <>
        <ActFailure failure={failure} />
        <Button busy={busy !== null} onClick={() => void restore()}>
          {t('restore')}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button look="neutral" onClick={() => setAsking(true)}>
        {t('archive')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('archiveTitle', { name: facts.name })}
        description={<p>{t('archiveText')}</p>}
        confirmLabel={t('archive')}
        cancelLabel={t('cancel')}
        busy={busy !== null}
        onCancel={() => setAsking(false)}
        onConfirm={() => void archive()}
      >
        <ActFailure failure={failure} />
      </ConfirmDialog>
    </>
  );
}
