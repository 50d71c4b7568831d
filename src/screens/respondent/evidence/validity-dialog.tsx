'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { useCalls } from '../signed-in';
import type { TypedDays } from './evidence-uploads';
import type { EvidenceFile } from './use-evidence';

/** From when until when a file holds. What was typed stays until the server has it. */
export function ValidityDialog(props: {
  file: EvidenceFile;
  today: string;
  onSave: (days: TypedDays) => Promise<void>;
  onClose: () => void;
}) {
  const t = useTranslations('respondent.evidence');
  const refusalText = useRefusalText();
  const { attempt, isAsking } = useCalls();
  const [days, setDays] = useState({ validFrom: props.file.validFrom ?? '', validTo: props.file.validTo ?? '' });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await attempt(() => props.onSave(days));
      props.onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={!isAsking}
      onClose={props.onClose}
      title={t('daysOf', { name: props.file.fileName })}
      end={
        <>
          <Button look="neutral" onClick={props.onClose}>
            {t('leave')}
          </Button>
          <Button look="primary" busy={busy} onClick={() => void save()}>
            {t('saveDays')}
          </Button>
        </>
      }
    >
      <div className="fs">
        {failure === null ? null : (
          <Notice tone="bad" live="assertive">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
        <DateField
          label={t('validFrom')}
          value={days.validFrom}
          today={props.today}
          onChange={(validFrom) => setDays((before) => ({ ...before, validFrom }))}
        />
        <DateField
          label={t('validTo')}
          value={days.validTo}
          today={props.today}
          onChange={(validTo) => setDays((before) => ({ ...before, validTo }))}
        />
      </div>
    </Dialog>
  );
}
