'use client';

import { useLocale, useTranslations } from 'next-intl';
import { EMPTY_ANSWER } from '@/domain/answer';
import { formatInstant, type Locale } from '@/domain/date-format';
import type { Card } from '@/screens/checklist/answer-desk';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { type CardActions, CardAnswer, ItemCard } from '@/screens/checklist/item-card';
import { SaveState } from '@/screens/checklist/save-state';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { IconCheck, IconChevronRight, IconHourglass, IconPencil, MarkNone } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { StatusMark } from '@/ui/status-mark';
import { Tag } from '@/ui/tag';
import {
  type BankAnswerItem,
  type BankAnswerSlot,
  endsOverride,
  mayEndOverride,
  proposesEnd,
} from './bank-answer-slots';

const STANDING = {
  unanswered: { Icon: MarkNone, tone: 'mute' },
  draft: { Icon: IconPencil, tone: 'run' },
  proposed: { Icon: IconHourglass, tone: 'run' },
  approved: { Icon: IconCheck, tone: 'ok' },
  changed: { Icon: IconPencil, tone: 'warn' },
} as const;

function StandingMark({ slot }: { slot: BankAnswerSlot | null }) {
  const t = useTranslations('bank.review.standing');
  const standing = slot?.standing ?? 'unanswered';
  const { Icon, tone } = STANDING[standing];
  return <StatusMark icon={<Icon />} label={t(standing)} tone={tone} />;
}

/** A closed item of the bank's, in a line. */
export function FoldedBankAnswer(props: {
  item: BankAnswerItem;
  slot: BankAnswerSlot | null;
  card: Card;
  onOpen: () => void;
}) {
  const t = useTranslations('bank.bankAnswers');
  const { item, slot, card } = props;
  return (
    <button type="button" className="fold" aria-expanded="false" onClick={props.onOpen}>
      <IconChevronRight className="s16" />
      <b>{item.number}</b>
      <span className="grow el" lang="ja">
        {item.objective}
      </span>
      {item.answeredBy === 'both' ? <Tag>{t('both')}</Tag> : null}
      <AnswerMark status={card.content.status} />
      <StandingMark slot={slot} />
    </button>
  );
}

/** One open item of the bank's: what counts, what is proposed, the answer to fill in, and the way to its approval. */
export function BankAnswerCard(props: {
  item: BankAnswerItem;
  /** Null: this assessment has no answer of its own yet. */
  slot: BankAnswerSlot | null;
  /** The campaign's default, which counts until there is an answer of its own; null on the campaign's page. */
  fallback: BankAnswerSlot | null;
  card: Card;
  actions: CardActions;
  writable: boolean;
  me: string;
  today: string;
  shared: boolean;
  onShare: (share: boolean) => void;
  /** Approves what another person proposed for this item alone; null where the viewer can't. */
  onApprove: (() => void) | null;
}) {
  const t = useTranslations('bank.bankAnswers');
  const { item, slot, card, actions } = props;
  const ends = endsOverride(slot, card);
  return (
    <ItemCard
      itemId={item.itemId}
      item={item.item}
      over={
        <>
          {t('itemNumber', { number: item.number })} <span lang="ja">{item.category}</span>
        </>
      }
      mark={<StandingMark slot={slot} />}
      card={card}
      me={props.me}
      actions={actions}
    >
      {props.fallback && item.counts === 'default' ? (
        <Notice tone="info" title={t('defaultCounts')}>
          <AnswerRead content={props.fallback.approved?.content ?? props.fallback.content} />
        </Notice>
      ) : null}
      <Proposed slot={slot} onApprove={props.onApprove} />
      {ends ? (
        <Notice tone="info" title={t('ending')}>
          <p>{t('endingText')}</p>
        </Notice>
      ) : null}
      <CardAnswer
        namedData={item.item.namedData ?? []}
        label={t('form', { number: item.number })}
        card={card}
        actions={actions}
        writable={props.writable}
        today={props.today}
        asOf={t('asOf')}
      >
        {item.answeredBy === 'bank' ? (
          <div className="mt12">
            <Checkbox
              label={t('share')}
              checked={props.shared}
              onChange={(event) => props.onShare(event.target.checked)}
            />
          </div>
        ) : (
          <p className="sub mt12">{t('alwaysShared')}</p>
        )}
        {props.writable && mayEndOverride(slot, card) ? (
          <Button
            look="neutral"
            size="sm"
            className="mt12"
            onClick={() => {
              actions.onChange(EMPTY_ANSWER);
              actions.onLeave();
            }}
          >
            {t('endOverride')}
          </Button>
        ) : null}
      </CardAnswer>
      <Approved slot={slot} />
      <div className="row between mt16 cf">
        <SaveState card={card} />
      </div>
    </ItemCard>
  );
}

function Proposed({ slot, onApprove }: { slot: BankAnswerSlot | null; onApprove: (() => void) | null }) {
  const t = useTranslations('bank.bankAnswers');
  const locale = useLocale() as Locale;
  if (!slot?.proposal) return null;
  const { proposal } = slot;
  return (
    <Notice
      tone="info"
      title={t('proposedBy', { name: proposal.proposedBy, at: formatInstant(proposal.proposedAt, locale) })}
      actions={
        onApprove ? (
          <Button size="sm" onClick={onApprove}>
            {t('approveThis')}
          </Button>
        ) : null
      }
    >
      {proposesEnd(slot) ? (
        <p>{t('proposedEnd')}</p>
      ) : (
        <>
          <p>{proposal.shared ? t('proposedShared') : t('proposedInternal')}</p>
          <AnswerRead content={proposal.content} />
        </>
      )}
    </Notice>
  );
}

function Approved({ slot }: { slot: BankAnswerSlot | null }) {
  const t = useTranslations('bank.bankAnswers');
  const locale = useLocale() as Locale;
  if (!slot?.approved) return null;
  const { approvedBy, approvedAt } = slot.approved;
  return <p className="sub mt12">{t('approvedBy', { name: approvedBy, at: formatInstant(approvedAt, locale) })}</p>;
}
