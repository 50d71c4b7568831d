'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { Checkbox } from '@/ui/checkbox';
import { IconCheck } from '@/ui/icons';
import { Section } from '@/ui/section';
import { ActFailure } from './act-failure';
import type { ImportPreview, ImportView } from './import-data';

/** Yes or no to a preview. Rows with faults are left out only by a word of their own. */
export function ImportConfirm(props: { view: ImportView; counts: ImportPreview['counts']; mayImport: boolean }) {
  const { view, counts } = props;
  const t = useTranslations('vendors.import.confirm');
  const router = useRouter();
  const { imports } = useTRPCClient().bank;
  const [leaveOut, setLeaveOut] = useState(false);
  const [busy, setBusy] = useState<'confirm' | 'discard' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const good = counts.new + counts.changed;
  const mark = { importId: view.id, version: view.version };
  const act = async (what: 'confirm' | 'discard') => {
    if (busy !== null) return;
    setBusy(what);
    setFailure(null);
    try {
      if (what === 'confirm') await imports.confirm.mutate({ ...mark, leaveOutFaulty: leaveOut });
      else await imports.discard.mutate(mark);
    } catch (error) {
      setFailure(error);
    }
    router.refresh();
    setBusy(null);
  };
  return (
    <Section id="confirm" title={t('title')} className="mt24">
      <p className="read">
        {good > 0 ? t('text', counts) : t(counts.faulty > 0 && counts.unchanged === 0 ? 'nothingGood' : 'nothing')}
      </p>
      {good > 0 && counts.faulty > 0 ? (
        <>
          <p className="read">{t('textFaulty', { rows: counts.faulty })}</p>
          <Checkbox
            label={t('leaveOut', { count: counts.faulty })}
            checked={leaveOut}
            onChange={(event) => setLeaveOut(event.target.checked)}
          />
        </>
      ) : null}
      <ActFailure failure={failure} />
      {props.mayImport ? (
        <div className="row mt16">
          {good > 0 ? (
            <Button
              look="primary"
              icon={<IconCheck />}
              busy={busy === 'confirm'}
              disabledReason={counts.faulty > 0 && !leaveOut ? t('leaveOutNeeded') : undefined}
              onClick={() => void act('confirm')}
            >
              {busy === 'confirm' ? t('busy') : t('button', { count: good })}
            </Button>
          ) : null}
          <Button look="neutral" busy={busy === 'discard'} onClick={() => void act('discard')}>
            {t('discard')}
          </Button>
          <ButtonLink href="/vendors/import" look="quiet">
            {t('another')}
          </ButtonLink>
        </div>
      ) : (
        <p className="read">{t('notAllowed')}</p>
      )}
    </Section>
  );
}
