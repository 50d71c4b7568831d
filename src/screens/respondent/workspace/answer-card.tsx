'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AnswerCollision } from '@/screens/checklist/answer-collision';
import type { Card } from '@/screens/checklist/answer-desk';
import { AnswerFields } from '@/screens/checklist/answer-fields';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { ChecklistText } from '@/screens/checklist/checklist-text';
import { SaveState } from '@/screens/checklist/save-state';
import { Button } from '@/ui/button';
import { Disclosure } from '@/ui/disclosure';
import { Notice } from '@/ui/notice';
import { AnswerHistory } from './answer-history';
import { ReturnedWords } from './returned-words';
import type { CardActions } from './workspace';
import type { WorkspaceItem } from './workspace-data';

/** One item open: the printed text at the left, the answer at the right. */
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
  /** The way on. */
  next: ReactNode;
}) {
  const t = useTranslations('respondent.workspace');
  const { item, card, actions, writable } = props;
  const heading = `item-${item.itemId}`;
  return (
    <article className="card" aria-labelledby={heading}>
      <header className="ch">
        <div className="grow">
          <p className="sub">{t('itemNumber', { number: item.number })}</p>
          <h2 id={heading} tabIndex={-1} lang="ja">
            {item.item.objective}
          </h2>
        </div>
        <div className="row nowrap chr">
          <AnswerMark status={card.content.status} />
        </div>
      </header>
      {card.theirs && card.phase === 'collision' ? (
        <AnswerCollision
          mine={card.content}
          theirs={card.theirs}
          me={props.me}
          onTakeMine={actions.onTakeMine}
          onTakeTheirs={actions.onTakeTheirs}
          onJoin={actions.onJoin}
        />
      ) : (
        <div className="two">
          <section className="stk" aria-label={t('checklistText')}>
            <ChecklistText item={item.item} headingLevel={3} />
          </section>
          <div className="form">
            <ReturnedWords item={item} />
            {item.bank ? (
              <Disclosure summary={t('bankAnswer')}>
                <AnswerRead content={item.bank} />
              </Disclosure>
            ) : null}
            {writable ? (
              <form aria-label={t('answerForm', { number: item.number })} onSubmit={(event) => event.preventDefault()}>
                <AnswerFields
                  content={card.content}
                  missing={card.missing}
                  showMissing={card.kept.version > 0 && card.phase === 'kept'}
                  today={props.today}
                  asOf={props.asOf}
                  onChange={actions.onChange}
                  onLeave={actions.onLeave}
                />
              </form>
            ) : (
              <AnswerRead content={card.content} />
            )}
            {writable || card.phase === 'kept' ? null : (
              <Notice tone="bad" title={t('unsavedText')}>
                <p>{t('unsavedTextHint')}</p>
              </Notice>
            )}
            <AnswerHistory assessmentId={props.assessmentId} itemId={item.itemId} version={card.kept.version} />
            <div className="row between mt16 cf">
              <SaveState card={card} />
              <span className="row">
                {card.phase === 'offline' ? (
                  <Button look="quiet" size="sm" onClick={actions.onLeave}>
                    {t('tryAgain')}
                  </Button>
                ) : null}
                {props.next}
              </span>
            </div>
          </div>
        </div>
      )}
    </article>
  );
}
