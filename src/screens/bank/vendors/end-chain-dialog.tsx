'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { DateField } from '@/ui/date-field';
import { ActFailure } from './act-failure';
import { useAct } from './use-act';
import type { ChainLink } from './vendor-data';

/** Since when a company behind the vendor is no longer one. */
export function EndChainDialog(props: { link: ChainLink; today: string; onClose: () => void }) {
  const { link, today, onClose } = props;
  const t = useTranslations('vendors.vendor');
  const fields = useTranslations('vendors.form');
  const client = useTRPCClient();
  const { busy, failure, act } = useAct();
  const [endedOn, setEndedOn] = useState(today);
  const end = async () => {
    const input = { chainLinkId: link.id, version: link.version, endedOn };
    if (await act(link.id, () => client.bank.vendors.endChainLink.mutate(input), t('ended'))) onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('endTitle', { name: link.name })}
      description={<p>{t('endText')}</p>}
      confirmLabel={t('end')}
      cancelLabel={t('cancel')}
      busy={busy !== null}
      {...(endedOn === '' ? { disabledReason: fields('missing', { field: fields('endedOn') }) } : {})}
      onCancel={onClose}
      onConfirm={() => void end()}
    >
      <ActFailure failure={failure} />
      <DateField label={fields('endedOn')} required value={endedOn} today={today} onChange={setEndedOn} />
    </ConfirmDialog>
  );
}
