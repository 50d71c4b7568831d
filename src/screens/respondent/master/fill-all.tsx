'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Card } from '@/screens/checklist/answer-desk';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { IconCopy } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { PickAnswers } from '../pick-answers';
import { usePicked } from '../use-picked';
import type { WorkspaceItem } from '../workspace/workspace-data';
import { fillable, type MasterData, type MasterItem, serviceHere } from './master-data';

/**
 * 回答マスタから埋める: every untouched item that the organisation's master has a recent answer to, with its source and
 * age. Where the organisation has several services, a member says which of them this bank's is.
 */
export function FillAll(props: {
  items: readonly WorkspaceItem[];
  master: MasterData;
  cardOf: (itemId: string) => Card | undefined;
  onLink: (masterServiceId: string) => Promise<void>;
  onFill: (masterServiceId: string, items: readonly MasterItem[]) => Promise<void>;
}) {
  const t = useTranslations('respondent.master');
  const pick = useTranslations('respondent.pick');
  const locale = useLocale();
  const refusalText = useRefusalText();
  const { master, cardOf } = props;
  const chosen = serviceHere(master);
  const { isTicked, onTick, tickAll } = usePicked();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const usable = master.services.filter((each) => {
    const { items, old } = fillable(each, cardOf);
    return items.length + old > 0;
  });
  const { items, old } = chosen ? fillable(chosen, cardOf) : { items: [], old: 0 };
  if (usable.length === 0 && failure === null) return null;
  const ticked = items.filter(({ itemId }) => isTicked(itemId));
  const answers = items.flatMap(({ itemId, content, bankName, bankNameEn, months }) => {
    const item = props.items.find((each) => each.itemId === itemId);
    if (!item) return [];
    const source = t('source', { bank: locale === 'ja' ? bankName : bankNameEn, age: t('age', { months }) });
    return [{ itemId, number: item.number, objective: item.item.objective, content, source }];
  });
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    await work().catch(setFailure);
    setBusy(false);
    setOpen(false);
  };
  const fill = async () => {
    if (chosen) await props.onFill(chosen.masterServiceId, ticked);
  };
  const link = async (masterServiceId: string) => {
    if (masterServiceId !== '') await props.onLink(masterServiceId);
  };
  const begin = () => {
    tickAll();
    setOpen(true);
  };
  return (
    <Notice
      tone="info"
      className="mt16"
      title={
        chosen && items.length > 0 ? t('fillTitle', { count: items.length, service: chosen.name }) : t('fillWhich')
      }
      actions={
        items.length > 0 ? (
          <Button look="neutral" size="sm" icon={<IconCopy />} onClick={begin}>
            {t('fillAct')}
          </Button>
        ) : null
      }
    >
      {master.services.length > 1 ? (
        <Select
          label={t('whichService')}
          {...(chosen ? {} : { placeholder: t('choose') })}
          value={chosen?.masterServiceId ?? ''}
          options={master.services.map(({ masterServiceId, name, items: all }) => ({
            value: masterServiceId,
            label: t('serviceWith', { name, count: all.length }),
          }))}
          disabled={busy}
          onChange={(event) => void attempt(() => link(event.target.value))}
        />
      ) : null}
      {old > 0 ? <p>{t('fillSingly', { count: old })}</p> : null}
      <p className="sub">{t('unseen')}</p>
      {failure === null ? null : <p role="alert">{refusalText(failure)}</p>}
      <ConfirmDialog
        open={open}
        onCancel={() => setOpen(false)}
        onConfirm={() => void attempt(fill)}
        title={t('fillAsk', { count: ticked.length })}
        description={t('fillSays')}
        wide
        confirmLabel={t('fillConfirm', { count: ticked.length })}
        cancelLabel={t('fillCancel')}
        busy={busy}
        {...(ticked.length === 0 ? { disabledReason: pick('nothing') } : {})}
      >
        <PickAnswers answers={answers} isTicked={isTicked} onTick={onTick} />
      </ConfirmDialog>
    </Notice>
  );
}
