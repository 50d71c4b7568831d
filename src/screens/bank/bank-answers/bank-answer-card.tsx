'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { AnswerContent } from '@/domain/answer';
import { formatInstant, type Locale } from '@/domain/date-format';
import { AnswerCollision } from '@/screens/checklist/answer-collision';
import type { Card } from '@/screens/checklist/answer-desk';
import { AnswerFields } from '@/screens/checklist/answer-fields';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { ChecklistText } from '@/screens/checklist/checklist-text';
import { SaveState } from '@/screens/checklist/save-state';
import { Checkbox } from '@/ui/checkbox';
import { IconCheck, IconChevronRight, IconHourglass, IconPencil, MarkNone } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { StatusMark } from '@/ui/status-mark';
import { Tag } from '@/ui/tag';
import type { BankAnswerItem } from './bank-answers-screen';

const STANDING = {
  unanswered: { Icon: MarkNone, tone: 'mute' },
  draft: { Icon: IconPencil, tone: 'run' },
  proposed: { Icon: IconHourglass, tone: 'run' },
  approved: { Icon: IconCheck, tone: 'ok' },
  changed: { Icon: IconPencil, tone: 'warn' },
} as const;

/** One item of the bank's: a line when closed, text beside form when open. */
export function BankAnswerCard(props: {
  item: BankAnswerItem;
  /** Null: this assessment has no answer of its own yet. */
  slot: BankAnswerItem['override'];
  /** The campaign's default, which counts until there is an answer of its own; null on the campaign's page. */
  fallback: BankAnswerItem['default'] | null;
  card: Card;
  open: boolean;
  writable: boolean;
  me: string;
  today: string;
  shared: boolean;
  onShare: (share: boolean) => void;
  onOpen: () => void;
  onChange: (content: AnswerContent) => void;
  onLeave: () => void;
  onTakeMine: () => void;
  onTakeTheirs: () => void;
  onJoin: () => void;
}) {
  const t = useTranslations('bank.bankAnswers');
  const standings = useTranslations('bank.review.standing');
  const locale = useLocale() as Locale;
  const { item, slot, card } = props;
  const standing = slot?.standing ?? 'unanswered';
  const { Icon, tone } = STANDING[standing];
  const mark = <StatusMark icon={<Icon />} label={standings(standing)} tone={tone} />;
  if (!props.open) {
    return (
      <button type="button" className="fold" aria-expanded="false" onClick={props.onOpen}>
        <IconChevronRight className="s16" />
        <b>{item.number}</b>
        <span className="grow el" lang="ja">
          {item.objective}
        </span>
        {item.answeredBy === 'both' ? <Tag>{t('both')}</Tag> : null}
        <AnswerMark status={card.content.status} />
        {mark}
      </button>
    );
  }
  const heading = `bank-item-${item.itemId}`;
  return (
    <article className="card" aria-labelledby={heading}>
      <header className="ch">
        <div className="grow">
          <p className="sub">
            {t('itemNumber', { number: item.number })} <span lang="ja">{item.category}</span>
          </p>
          <h2 id={heading} lang="ja">
            {item.objective}
          </h2>
        </div>
        <div className="row nowrap chr">{mark}</div>
      </header>
      {card.theirs && card.phase === 'collision' ? (
        <AnswerCollision
          mine={card.content}
          theirs={card.theirs}
          me={props.me}
          onTakeMine={props.onTakeMine}
          onTakeTheirs={props.onTakeTheirs}
          onJoin={props.onJoin}
        />
      ) : (
        <div className="two">
          <section className="stk" aria-label={t('checklistText')}>
            <ChecklistText item={item.item} headingLevel={3} />
          </section>
          <div className="form">
            {props.fallback && slot === null ? (
              <Notice tone="info" title={t('defaultCounts')}>
                <AnswerRead content={props.fallback.content} />
              </Notice>
            ) : null}
            {slot?.proposal ? (
              <Notice
                tone="info"
                title={t('proposedBy', {
                  name: slot.proposal.proposedBy,
                  at: formatInstant(slot.proposal.proposedAt, locale),
                })}
              >
                <p>{slot.proposal.shared ? t('proposedShared') : t('proposedInternal')}</p>
                <AnswerRead content={slot.proposal.content} />
              </Notice>
            ) : null}
            {props.writable ? (
              <form aria-label={t('form', { number: item.number })} onSubmit={(event) => event.preventDefault()}>
                <AnswerFields
                  content={card.content}
                  missing={card.missing}
                  showMissing={card.kept.version > 0 && card.phase === 'kept'}
                  today={props.today}
                  asOf={t('asOf')}
                  onChange={props.onChange}
                  onLeave={props.onLeave}
                />
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
              </form>
            ) : (
              <AnswerRead content={card.content} />
            )}
            {slot?.approved ? (
              <p className="sub mt12">
                {t('approvedBy', {
                  name: slot.approved.approvedBy,
                  at: formatInstant(slot.approved.approvedAt, locale),
                })}
              </p>
            ) : null}
            <div className="row between mt16 cf">
              <SaveState card={card} />
            </div>
          </div>
        </div>
      )}
    </article>
  );
}
