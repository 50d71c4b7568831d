'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { FormComparison } from './form-comparison';
import type { WaitingForm } from './form-data';
import { FormUpload } from './form-upload';

/**
 * The way back in and the comparison of the form that waits. After a file that was refused the comparison of the one
 * before steps back, so that nobody takes it for the new one's; a word leads to it again.
 */
export function FormBack(props: { assessmentId: string; waiting: WaitingForm | null; writable: boolean }) {
  const t = useTranslations('respondent.form');
  const [refused, setRefused] = useState(false);
  const [sent, setSent] = useState(false);
  const { assessmentId, waiting, writable } = props;
  return (
    <>
      {waiting !== null && !refused ? (
        <FormComparison
          key={waiting.uploadId}
          assessmentId={assessmentId}
          waiting={waiting}
          writable={writable}
          arriving={sent}
        />
      ) : null}
      {writable ? (
        <FormUpload
          assessmentId={assessmentId}
          again={waiting !== null && !refused}
          onRefused={() => setRefused(true)}
          onSent={() => {
            setRefused(false);
            setSent(true);
          }}
        />
      ) : null}
      {waiting !== null && refused ? (
        <p className="row mt16">
          {t('readAnother', { file: waiting.fileName })}
          <Button look="quiet" size="sm" onClick={() => setRefused(false)}>
            {t('showEarlier')}
          </Button>
        </p>
      ) : null}
    </>
  );
}
