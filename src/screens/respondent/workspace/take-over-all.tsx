'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { IconHistory } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { PickAnswers } from '../pick-answers';
import { usePicked } from '../use-picked';
import type { WorkspaceItem } from './workspace-data';

/**
 * 前回の回答をまとめて引き継ぐ: every item that nobody has touched yet and whose answer of last year needs no look of its
 * own. `items` are those; `singly` counts the untouched ones that are opened one by one.
 */
export function TakeOverAll(props: {
  items: readonly WorkspaceItem[];
  singly: number;
  me: string;
  onTakeOver: (items: readonly WorkspaceItem[]) => Promise<void>;
}) {
  const t = useTranslations('respondent.prior');
  const pick = useTranslations('respondent.pick');
  const refusalText = useRefusalText();
  const { isTicked, onTick, tickAll } = usePicked();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { items, singly } = props;
  if (items.length === 0 && failure === null) return null;
  const chosen = items.filter(({ itemId }) => isTicked(itemId));
  const answers = items.flatMap(({ itemId, number, item, prior }) =>
    prior ? [{ itemId, number, objective: item.objective, content: prior.content, source: null }] : [],
  );
  const confirm = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await props.onTakeOver(chosen);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
    setOpen(false);
  };
  const begin = () => {
    tickAll();
    setOpen(true);
  };
  return (
    <Notice
      tone="info"
      className="mt16"
      title={t('all', { count: items.length })}
      actions={
        <Button look="neutral" size="sm" icon={<IconHistory />} onClick={begin}>
          {t('allAct')}
        </Button>
      }
    >
      {singly > 0 ? <p>{t('allSingly', { count: singly })}</p> : null}
      {failure === null ? null : <p role="alert">{refusalText(failure)}</p>}
      <ConfirmDialog
        open={open}
        onCancel={() => setOpen(false)}
        onConfirm={confirm}
        title={t('allTitle', { count: chosen.length })}
        wide
        confirmLabel={t('allConfirm', { count: chosen.length })}
        cancelLabel={t('allCancel')}
        busy={busy}
        {...(chosen.length === 0 ? { disabledReason: pick('nothing') } : {})}
      >
        <PickAnswers answers={answers} isTicked={isTicked} onTick={onTick} />
        <p>{t('allSays', { name: props.me })}</p>
      </ConfirmDialog>
    </Notice>
  );
}
