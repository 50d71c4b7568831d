'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AnswerContent } from '@/domain/answer';
import type { NotAskable } from '@/domain/question';
import type { Card } from '@/screens/checklist/answer-desk';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { type CardActions, CardAnswer, ItemCard } from '@/screens/checklist/item-card';
import { SaveState } from '@/screens/checklist/save-state';
import type { SealedTexts } from '@/screens/checklist/use-sealed-texts';
import { Button } from '@/ui/button';
import { Disclosure } from '@/ui/disclosure';
import { Notice } from '@/ui/notice';
import { AnswerHistory } from './answer-history';
import { AskColleague } from './ask-colleague';
import { ItemQuestions } from './item-questions';
import { PresentNames } from './present-names';
import { PriorAnswer } from './prior-answer';
import { ReturnedWords } from './returned-words';
import { UndoButton } from './undo-button';
import type { WorkspaceItem } from './workspace-data';

/** One item open: the printed text at the left, what the bank said and the answer at the right. */
export function AnswerCard(props: {
  assessmentId: string;
  item: WorkspaceItem;
  card: Card;
  actions: CardActions;
  me: string;
  /** YYYY-MM-DD in the bank's zone. */
  today: string;
  asOf: string;
  writable: boolean;
  /** Null: the vendor may ask the bank about the item. */
  notAskable: NotAskable | null;
  /** Questions begun and not sent. */
  texts: SealedTexts;
  /** The word on what the bank said with a return. */
  reply: ReactNode;
  /** The reader may ask colleagues. */
  isLead: boolean;
  /** Who else has it open. */
  others: readonly string[];
  onTakeOver: () => Promise<void>;
  /** What the answer master says of the item, and the way into it. */
  master: ReactNode;
  /** エビデンス. */
  evidence: ReactNode;
  keep: ReactNode;
  /** Why it is still listed though the view is of others; null: it belongs. */
  staysListed: string | null;
  /** The way on. */
  next: ReactNode;
}) {
  const t = useTranslations('respondent.workspace');
  const { assessmentId, item, card, actions, writable } = props;
  const putBack = (content: AnswerContent) => {
    actions.onChange(content);
    actions.onLeave();
  };
  return (
    <ItemCard
      itemId={item.itemId}
      item={item.item}
      over={
        <>
          {t('itemNumber', { number: item.number })}
          {props.staysListed === null ? null : <> {props.staysListed}</>}
        </>
      }
      mark={
        <>
          <PresentNames names={props.others} />
          <AnswerMark status={card.content.status} />
          {props.isLead && writable ? <AskColleague assessmentId={assessmentId} item={item} /> : null}
        </>
      }
      card={card}
      me={props.me}
      actions={actions}
    >
      <ReturnedWords item={item} reply={props.reply} />
      {item.bank ? (
        <Disclosure summary={t('bankAnswer')}>
          <AnswerRead content={item.bank} />
        </Disclosure>
      ) : null}
      <PriorAnswer
        item={item}
        card={card}
        today={props.today}
        writable={writable}
        onChange={actions.onChange}
        onTakeOver={props.onTakeOver}
      />
      {item.mayChange ? null : <p className="sub mt16">{t('notAsked')}</p>}
      {props.master}
      <div className="mt16">
        <CardAnswer
          namedData={item.item.namedData ?? []}
          label={t('answerForm', { number: item.number })}
          card={card}
          actions={actions}
          writable={writable}
          today={props.today}
          asOf={props.asOf}
        />
      </div>
      {props.evidence}
      {writable || card.phase === 'kept' ? null : (
        <Notice tone="bad" title={t('unsavedText')}>
          <p>{t('unsavedTextHint')}</p>
        </Notice>
      )}
      <ItemQuestions
        key={item.itemId}
        assessmentId={assessmentId}
        item={item}
        notAskable={props.notAskable}
        texts={props.texts}
      />
      <AnswerHistory
        assessmentId={assessmentId}
        itemId={item.itemId}
        version={card.kept.version}
        now={card.content}
        onPutBack={writable ? putBack : null}
      />
      <div className="mt16 cf">
        <div className="cf-state">
          <SaveState card={card} />
          {card.phase === 'offline' ? (
            <Button look="quiet" size="sm" onClick={actions.onLeave}>
              {t('tryAgain')}
            </Button>
          ) : null}
          {writable ? <UndoButton card={card} onUndo={actions.onUndo} /> : null}
        </div>
        <span className="row">
          {props.keep}
          {props.next}
        </span>
      </div>
    </ItemCard>
  );
}
