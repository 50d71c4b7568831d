'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AnswerContent } from '@/domain/answer';
import type { ChecklistItem } from '@/domain/checklist';
import { AnswerCollision } from './answer-collision';
import type { AnswerDesk, Card } from './answer-desk';
import { AnswerFields } from './answer-fields';
import { AnswerRead } from './answer-read';
import { ChecklistText } from './checklist-text';

/** What a card does to its answer, on the page's desk. */
export function cardActions(desk: AnswerDesk, itemId: string) {
  return {
    onChange: (content: AnswerContent) => desk.type(itemId, content),
    onLeave: () => desk.flush(itemId),
    onTakeMine: () => desk.takeMine(itemId),
    onTakeTheirs: () => desk.takeTheirs(itemId),
    onJoin: () => desk.join(itemId),
    onUndo: () => desk.undo(itemId),
  };
}

export type CardActions = ReturnType<typeof cardActions>;

/** The heading of an open item, where the focus goes when it opens. */
export const headingOf = (itemId: string) => `item-${itemId}`;

/**
 * One item open: the printed text at the left, at the right what the page puts there — or two people's texts side by side
 * while they collide.
 */
export function ItemCard(props: {
  itemId: string;
  item: ChecklistItem;
  /** Above the heading: 通番, 区分. */
  over: ReactNode;
  mark: ReactNode;
  card: Card;
  me: string;
  actions: CardActions;
  children: ReactNode;
}) {
  const t = useTranslations('ui.answer');
  const { item, card, actions } = props;
  const heading = headingOf(props.itemId);
  return (
    <article className="card" aria-labelledby={heading}>
      <header className="ch">
        <div className="grow">
          <p className="sub">{props.over}</p>
          <h2 id={heading} tabIndex={-1} lang="ja">
            {item.objective}
          </h2>
        </div>
        <div className="row nowrap chr">{props.mark}</div>
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
            <ChecklistText item={item} headingLevel={3} />
          </section>
          <div className="form">{props.children}</div>
        </div>
      )}
    </article>
  );
}

/**
 * The answer to fill in, or to read where it can't be written. `children` belong to the form. Leaving a field saves it,
 * but not while a button is being pressed: the new state's line, longer or shorter, would move the button from under
 * the pointer. What the button does, or the pause after typing, saves then.
 */
export function CardAnswer(props: {
  label: string;
  card: Card;
  /** Data that the item asks for by name. */
  namedData: readonly string[];
  actions: CardActions;
  writable: boolean;
  /** YYYY-MM-DD in the bank's zone. */
  today: string;
  asOf: string;
  children?: ReactNode;
}) {
  const { card, actions } = props;
  if (!props.writable) return <AnswerRead content={card.content} />;
  return (
    <form aria-label={props.label} onSubmit={(event) => event.preventDefault()}>
      <AnswerFields
        content={card.content}
        namedData={props.namedData}
        missing={card.missing}
        showMissing={card.kept.version > 0 && card.phase === 'kept'}
        today={props.today}
        asOf={props.asOf}
        onChange={actions.onChange}
        onLeave={({ relatedTarget }) => {
          if (!(relatedTarget instanceof HTMLButtonElement)) actions.onLeave();
        }}
      />
      {props.children}
    </form>
  );
}
