'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { showToast } from '@/ui/show-toast';
import type { EditionView } from './checklist-data';
import type { Draft } from './use-draft';

/** Save, publish, throw away. Publishing saves first, so that what is published is what is seen. */
export function DraftActions({ edition, draft, faulty }: { edition: EditionView; draft: Draft; faulty: boolean }) {
  const t = useTranslations('checklists.edit');
  const client = useTRPCClient();
  const router = useRouter();
  const [asking, setAsking] = useState<'no' | 'publish' | 'discard'>('no');
  const [busy, setBusy] = useState(false);
  const { may } = edition;
  const save = async () => {
    if ((await draft.save()) !== null) showToast(t('savedToast'), { tone: 'ok' });
  };
  const publish = async () => {
    setBusy(true);
    const version = draft.dirty ? await draft.save() : draft.version;
    try {
      if (version !== null) {
        await client.bank.checklists.publish.mutate({ editionId: edition.id, version });
        router.push(`/checklists/${edition.id}`);
        router.refresh();
        return;
      }
    } catch (error) {
      draft.fail(error);
    }
    setAsking('no');
    setBusy(false);
  };
  const discard = async () => {
    setBusy(true);
    try {
      await client.bank.checklists.discard.mutate({ editionId: edition.id, version: draft.version });
      router.push('/checklists');
      router.refresh();
      return;
    } catch (error) {
      draft.fail(error);
    }
    setAsking('no');
    setBusy(false);
  };
  const resting = faulty ? { 'aria-disabled': true } : {};
  return (
    <>
      {may.edit ? (
        <>
          <Button look="neutral" onClick={() => setAsking('discard')}>
            {t('discard')}
          </Button>
          <Button {...resting} busy={draft.busy} onClick={() => void save()}>
            {t('save')}
          </Button>
        </>
      ) : null}
      {may.publish ? (
        <Button look="primary" {...resting} onClick={() => setAsking('publish')}>
          {t('publish')}
        </Button>
      ) : null}
      {faulty ? <p className="st bad">{t('faultyLead')}</p> : null}
      <ConfirmDialog
        open={asking === 'publish'}
        onCancel={() => setAsking('no')}
        onConfirm={() => void publish()}
        title={t('publishTitle')}
        description={t('publishLead', { count: draft.typed.items.length })}
        confirmLabel={t('publishYes', { count: draft.typed.items.length })}
        cancelLabel={t('publishNo')}
        busy={busy}
      />
      <ConfirmDialog
        open={asking === 'discard'}
        onCancel={() => setAsking('no')}
        onConfirm={() => void discard()}
        title={t('discardTitle')}
        description={t('discardLead')}
        confirmLabel={t('discardYes')}
        cancelLabel={t('discardNo')}
        danger
        busy={busy}
      />
    </>
  );
}
