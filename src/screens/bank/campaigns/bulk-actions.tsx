'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type BulkWork, whyLeftOut } from '@/domain/bulk-work';
import { isBankBusinessDay, nextBankBusinessDay } from '@/domain/business-day';
import type { CampaignState } from '@/domain/campaign-state';
import type { LeftOutReason } from '@/domain/left-out';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { BulkBar } from '@/ui/bulk-bar';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { DateField } from '@/ui/date-field';
import { IconCalendar, IconClose, IconSend, IconUser } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/show-toast';
import { TextArea } from '@/ui/text-area';
import type { ChosenLine } from './campaign-data';

type Action = 'remind' | 'extend' | 'assign' | 'withdraw';
interface Outcome {
  done: string[];
  left: { assessmentId: string; vendorName: string; why: LeftOutReason }[];
}

const ICONS = { remind: IconSend, extend: IconCalendar, assign: IconUser, withdraw: IconClose } as const;
const NAMED = 10;

/** What can be done with the chosen vendors at once. Mail and withdrawing are asked about; a new person can be undone. */
export function BulkActions(props: {
  chosen: readonly ChosenLine[];
  members: readonly { id: string; name: string }[];
  today: string;
  campaignState: CampaignState;
  onClear: () => void;
  onOutcome: (left: Outcome['left']) => void;
}) {
  const { chosen, members, today, campaignState, onClear, onOutcome } = props;
  const t = useTranslations('bank.campaigns.bulk');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [asking, setAsking] = useState<Action | null>(null);
  const [dueDate, setDueDate] = useState('');
  const [reason, setReason] = useState('');
  const [memberId, setMemberId] = useState('');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const assessmentIds = chosen.map((line) => line.id);
  /** What is asked for now, and whom it would pass over as far as the page can tell; the server has the last word. */
  const work = {
    remind: { action: 'remind' },
    extend: { action: 'extend', dueDate },
    assign: { action: 'assign', memberId: memberId || null },
    withdraw: { action: 'withdraw' },
  } as const satisfies Record<Action, BulkWork>;
  const judged = chosen.map((line) => ({
    line,
    why: asking === null ? null : whyLeftOut(work[asking], { ...line, campaignState }),
  }));
  const able = judged.filter((each) => each.why === null);
  const left = judged.flatMap(({ line, why }) => (why === null ? [] : [{ line, why }]));
  const ask = (action: Action | null) => {
    setFailure(null);
    setChecked(false);
    setAsking(action);
  };
  const dateError = dueDate === '' || dueDate <= today ? t('extend.dateWrong') : undefined;
  const reasonError = reason.trim() === '' ? t('reasonMissing') : undefined;
  const isWhole = {
    remind: true,
    extend: dateError === undefined && reasonError === undefined,
    assign: true,
    withdraw: reasonError === undefined,
  };
  const calls = {
    remind: () => client.bank.assessments.remindNow.mutate({ assessmentIds }),
    extend: () => client.bank.assessments.extendMany.mutate({ assessmentIds, dueDate, reason }),
    assign: () => client.bank.assessments.assign.mutate({ assessmentIds, memberId: memberId || null }),
    withdraw: () => client.bank.assessments.withdrawMany.mutate({ assessmentIds, reason }),
  } satisfies Record<Action, () => Promise<Outcome>>;
  /** Gives everybody back to whoever was in charge before. */
  const undoAssign = async (done: readonly string[]) => {
    const before = Map.groupBy(
      chosen.filter((line) => done.includes(line.id)),
      (line) => line.inChargeId,
    );
    try {
      for (const [person, lines] of before) {
        await client.bank.assessments.assign.mutate({ assessmentIds: lines.map((line) => line.id), memberId: person });
      }
      router.refresh();
    } catch (error) {
      showToast(refusalText(error), { tone: 'bad' });
    }
  };
  const act = async () => {
    if (asking === null) return;
    setChecked(true);
    if (!isWhole[asking]) return;
    setBusy(true);
    setFailure(null);
    try {
      const { done, left: passed } = await calls[asking]();
      showToast(
        t(`${asking}.done`, { count: done.length }),
        asking === 'assign' && done.length > 0
          ? { undo: { label: t('undo'), onUndo: () => void undoAssign(done) } }
          : {},
      );
      onOutcome(passed);
      ask(null);
      setReason('');
      onClear();
      router.refresh();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <>
      <BulkBar label={t('chosen', { count: chosen.length })}>
        {(Object.keys(ICONS) as Action[]).map((action) => {
          const Icon = ICONS[action];
          return (
            <Button key={action} size="sm" icon={<Icon />} onClick={() => ask(action)}>
              {t(`${action}.label`)}
            </Button>
          );
        })}
        <Button size="sm" look="quiet" onClick={onClear}>
          {t('clear')}
        </Button>
      </BulkBar>
      <ConfirmDialog
        open={asking !== null}
        onCancel={() => ask(null)}
        onConfirm={() => void act()}
        busy={busy}
        danger={asking === 'withdraw'}
        title={asking ? t(`${asking}.title`, { count: able.length }) : ''}
        description={asking ? t(`${asking}.text`) : ''}
        rows={[
          ...able.slice(0, NAMED).map(({ line }) => ({ key: line.id, text: line.vendorName })),
          ...(able.length > NAMED ? [{ key: 'more', text: t('more', { count: able.length - NAMED }) }] : []),
          ...left.slice(0, NAMED).map(({ line, why }) => ({
            key: line.id,
            text: t('passedOver', { vendor: line.vendorName, why: t(`why.${why}`) }),
            tone: 'bad' as const,
          })),
          ...(left.length > NAMED
            ? [{ key: 'more-left', text: t('moreLeft', { count: left.length - NAMED }), tone: 'bad' as const }]
            : []),
        ]}
        confirmLabel={asking ? t(`${asking}.confirm`, { count: able.length }) : ''}
        disabledReason={asking !== null && able.length === 0 ? t('nobodyLeft') : undefined}
        cancelLabel={t('cancel')}
      >
        {failure === null ? null : (
          <Notice tone="bad" live="assertive">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
        {asking === 'extend' ? (
          <DateField
            label={t('extend.dueDate')}
            required
            value={dueDate}
            today={today}
            isHoliday={(day) => !isBankBusinessDay(day)}
            nextBusinessDay={nextBankBusinessDay}
            error={checked ? dateError : undefined}
            onChange={setDueDate}
          />
        ) : null}
        {asking === 'extend' || asking === 'withdraw' ? (
          <TextArea
            label={t(`${asking}.reason`)}
            required
            rows={3}
            maxLength={1000}
            value={reason}
            error={checked ? reasonError : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
        ) : null}
        {asking === 'assign' ? (
          <Select
            label={t('assign.member')}
            value={memberId}
            placeholder={t('assign.nobody')}
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setMemberId(event.target.value)}
          />
        ) : null}
      </ConfirmDialog>
    </>
  );
}
