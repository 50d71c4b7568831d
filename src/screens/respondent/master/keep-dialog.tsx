'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Checkbox } from '@/ui/checkbox';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/show-toast';
import { TextInput } from '@/ui/text-input';
import { useCalls } from '../signed-in';
import { type KeepOffer, type MasterData, serviceHere, standingCounts } from './master-data';
import { MasterSource } from './master-source';

const NEW = 'new';

/** 回答マスタに保存: of which service the answers are, and what a new master is called. The choice is the respondent's. */
export function KeepDialog(props: {
  assessmentId: string;
  /** One alone is saved as it is; of several those that are whole. */
  offers: readonly KeepOffer[];
  me: string;
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
  const { master } = props;
  const singly = props.offers.length === 1;
  const offers = singly ? props.offers : props.offers.filter(({ whole }) => whole);
  const incomplete = props.offers.length - offers.length;
  const [organisationName, setOrganisationName] = useState(props.suggested.vendor);
  const [serviceId, setServiceId] = useState(serviceHere(master)?.masterServiceId ?? NEW);
  const [serviceName, setServiceName] = useState(props.suggested.service);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isNew = serviceId === NEW;
  const service = master.services.find(({ masterServiceId }) => masterServiceId === serviceId) ?? null;
  const counts = standingCounts(offers, service);
  const standing = singly ? service?.items.find(({ itemId }) => itemId === offers[0]?.itemId) : undefined;
  const [replaceNewer, setReplaceNewer] = useState(false);
  const [stillHolds, setStillHolds] = useState(false);
  const count = offers.length - (replaceNewer ? 0 : counts.older);
  const nameless = (isNew && serviceName.trim() === '') || (master.organisation === null && !organisationName.trim());
  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const asked = {
        assessmentId: props.assessmentId,
        itemIds: offers.map(({ itemId }) => itemId),
        choice: { replaceNewer, stillHolds: stillHolds && singly && counts.same === 1 },
        service: isNew ? { name: serviceName } : { masterServiceId: serviceId },
        ...(master.organisation === null ? { organisationName } : {}),
      };
      const { kept, unchanged, older } = await attempt(() => client.respondent.master.keep.mutate(asked));
      if (kept > 0) showToast(t('kept', { count: kept }));
      else if (unchanged > 0) showToast(t('keptBefore', { count: unchanged }));
      if (older > 0) showToast(t('keptOlder', { count: older }));
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
      title={t('keepTitle', { count: count || offers.length })}
      description={t('keepSays')}
      confirmLabel={t('keepConfirm')}
      cancelLabel={t('keepCancel')}
      busy={busy}
      {...(nameless || count === 0 ? { disabledReason: t(nameless ? 'nameless' : 'keepNothing') } : {})}
    >
      <div className="stack mt16">
        <ul className="plain" aria-live="polite">
          {counts.new > 0 ? <li>{t('keepNew', { count: counts.new })}</li> : null}
          {counts.replaces > 0 ? <li>{t('keepReplaces', { count: counts.replaces })}</li> : null}
          {counts.same > 0 ? <li>{t('keepSame', { count: counts.same })}</li> : null}
          {counts.older > 0 && !replaceNewer ? <li>{t('keepOlder', { count: counts.older })}</li> : null}
          {incomplete > 0 ? <li>{t('keepIncomplete', { count: incomplete })}</li> : null}
        </ul>
        {standing ? <MasterSource kept={standing} /> : null}
        {counts.older > 0 ? (
          <Checkbox
            label={t('keepOlderAnyway', { count: counts.older })}
            checked={replaceNewer}
            onChange={(event) => setReplaceNewer(event.target.checked)}
          />
        ) : null}
        {singly && counts.same === 1 ? (
          <Checkbox
            label={t('keepHolds', { name: props.me })}
            checked={stillHolds}
            onChange={(event) => setStillHolds(event.target.checked)}
          />
        ) : null}
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
