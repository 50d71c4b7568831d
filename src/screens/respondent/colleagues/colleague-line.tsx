'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Disclosure } from '@/ui/disclosure';
import { IconCheck, IconMail, IconMailOpen } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { ProgressBar } from '@/ui/progress-bar';
import { showToast } from '@/ui/show-toast';
import { StatusMark } from '@/ui/status-mark';
import type { WorkspaceData } from '../workspace/workspace-data';
import type { Colleague } from './colleague-data';

/** One colleague: how far they are, their items to take back one by one, and the end of it all. */
export function ColleagueLine({ data, colleague }: { data: WorkspaceData; colleague: Colleague }) {
  const t = useTranslations('respondent.colleagues');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { assessmentId } = data;
  const { invitationId, name, openedAt } = colleague;
  const items = data.items.filter(({ itemId }) => colleague.items.some((each) => each.itemId === itemId));
  const isDone = (itemId: string) => colleague.items.some((each) => each.itemId === itemId && each.done);
  const done = items.filter(({ itemId }) => isDone(itemId)).length;
  const end = async (itemIds: string[] | null) => {
    setBusy(true);
    setFailure(null);
    try {
      await client.respondent.delegations.end.mutate({ assessmentId, invitationId, itemIds });
      showToast(itemIds === null ? t('revoked', { name }) : t('takenBack', { name }));
      router.refresh();
    } catch (error) {
      setFailure(error);
    }
    setAsking(false);
    setBusy(false);
  };
  return (
    <li className="card mt8">
      <div className="row between">
        <div>
          <h3>{name}</h3>
          <p className="sub">{colleague.address}</p>
        </div>
        <StatusMark
          icon={openedAt === null ? <IconMail /> : <IconMailOpen />}
          label={openedAt === null ? t('notOpened') : t('opened', { at: formatInstant(openedAt, locale) })}
          tone={openedAt === null ? 'mute' : 'ok'}
        />
      </div>
      <div className="mt8">
        <ProgressBar done={done} total={items.length} text={t('progress', { done, total: items.length })} />
      </div>
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt8">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <Disclosure summary={t('items', { count: items.length })} className="mt8">
        <ul className="plain">
          {items.map(({ itemId, number, item }) => (
            <li key={itemId} className="row between mt8">
              <span>
                {isDone(itemId) ? <StatusMark icon={<IconCheck />} label={t('done')} tone="ok" /> : null}{' '}
                <b>{number}</b> <span lang="ja">{item.objective}</span>
              </span>
              <Button
                look="quiet"
                size="sm"
                busy={busy}
                aria-label={t('takeBackItem', { number, name })}
                onClick={() => end([itemId])}
              >
                {t('takeBack')}
              </Button>
            </li>
          ))}
        </ul>
      </Disclosure>
      <p className="row mt8">
        <Button look="neutral" size="sm" busy={busy} onClick={() => setAsking(true)}>
          {t('revoke')}
        </Button>
      </p>
      <ConfirmDialog
        open={asking}
        onCancel={() => setAsking(false)}
        onConfirm={() => end(null)}
        title={t('revokeTitle', { name })}
        description={t('revokeText', { name })}
        confirmLabel={t('revokeConfirm')}
        cancelLabel={t('revokeCancel')}
        busy={busy}
        danger
      />
    </li>
  );
}
