'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/ui/checkbox';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import type { BankAnswerItem } from './bank-answer-slots';

/** What is asked: to put answers forward, or to approve those of others; and which of them the dialog offers. */
export interface Asked {
  what: 'propose' | 'approve';
  items: readonly BankAnswerItem[];
}

/** The items by name, all chosen at first; any may be left out. Mounted anew for each question. */
export function ChooseDialog(props: {
  asked: Asked;
  busy: boolean;
  onCancel: () => void;
  onConfirm: (items: BankAnswerItem[]) => void;
}) {
  const t = useTranslations('bank.bankAnswers');
  const { what, items } = props.asked;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.filter((item) => !left.has(item.itemId));
  const count = chosen.length;
  return (
    <ConfirmDialog
      open
      onCancel={props.onCancel}
      onConfirm={() => props.onConfirm(chosen)}
      busy={props.busy}
      disabledReason={count === 0 ? t('chooseOne') : undefined}
      title={t(`${what}Title`, { count })}
      description={t(`${what}Text`)}
      confirmLabel={t(what, { count })}
      cancelLabel={t('cancel')}
    >
      {items.map((item) => (
        <Checkbox
          key={item.itemId}
          label={t('row', { number: item.number, objective: item.objective })}
          checked={!left.has(item.itemId)}
          onChange={(event) => {
            const next = new Set(left);
            if (event.target.checked) next.delete(item.itemId);
            else next.add(item.itemId);
            setLeft(next);
          }}
        />
      ))}
    </ConfirmDialog>
  );
}
