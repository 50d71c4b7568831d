'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/show-toast';
import { TextInput } from '@/ui/text-input';
import { useCalls } from '../signed-in';
import { type MasterData, serviceHere } from './master-data';

const NEW = 'new';

/** 回答マスタに保存: of which service the answers are, and what a new master is called. The choice is the respondent's. */
export function KeepDialog(props: {
  assessmentId: string;
  itemIds: readonly string[];
  master: MasterData;
  /** Suggestions, as the bank calls them; the respondent's own words count. */
  suggested: { vendor: string; service: string };
  onClose: () => void;
  onKept: () => void;
}) {
  const t = useTranslations('respondent.master');
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { attempt, isAsking } = useCalls();
  const { master, itemIds } = props;
  const [organisationName, setOrganisationName] = useState(props.suggested.vendor);
  const [serviceId, setServiceId] = useState(serviceHere(master)?.masterServiceId ?? NEW);
  const [serviceName, setServiceName] = useState(props.suggested.service);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isNew = serviceId === NEW;
  const nameless = (isNew && serviceName.trim() === '') || (master.organisation === null && !organisationName.trim());
  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const asked = {
        assessmentId: props.assessmentId,
        itemIds: [...itemIds],
        service: isNew ? { name: serviceName } : { masterServiceId: serviceId },
        ...(master.organisation === null ? { organisationName } : {}),
      };
      const { kept, unchanged } = await attempt(() => client.respondent.master.keep.mutate(asked));
      showToast(kept > 0 ? t('kept', { count: kept }) : t('keptBefore', { count: unchanged }));
      props.onKept();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open={!isAsking}
      onCancel={props.onClose}
      onConfirm={() => void save()}
      title={t('keepTitle', { count: itemIds.length })}
      description={t('keepSays')}
      confirmLabel={t('keepConfirm')}
      cancelLabel={t('keepCancel')}
      busy={busy}
      {...(nameless ? { disabledReason: t('nameless') } : {})}
    >
      <div className="stack mt16">
        {master.organisation === null ? (
          <TextInput
            label={t('organisationName')}
            hint={t('organisationHint')}
            required
            maxLength={100}
            value={organisationName}
            onChange={(event) => setOrganisationName(event.target.value)}
          />
        ) : null}
        {master.services.length > 0 ? (
          <Select
            label={t('whichService')}
            value={serviceId}
            options={[
              ...master.services.map(({ masterServiceId, name }) => ({ value: masterServiceId, label: name })),
              { value: NEW, label: t('newService') },
            ]}
            onChange={(event) => setServiceId(event.target.value)}
          />
        ) : null}
        {isNew ? (
          <TextInput
            label={t('serviceName')}
            required
            maxLength={100}
            value={serviceName}
            onChange={(event) => setServiceName(event.target.value)}
          />
        ) : null}
        {failure === null ? null : (
          <Notice tone="bad" live="assertive">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
      </div>
    </ConfirmDialog>
  );
}
