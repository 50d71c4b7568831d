'use client';

import type { AnswerContent } from '@/domain/answer';
import { DefinitionList } from '@/ui/definition-list';
import { useAnswerLines } from './answer-as-text';
import { AnswerMark } from './answer-mark';

/** An answer to read, not to change. */
export function AnswerRead(props: { content: AnswerContent }) {
  const linesOf = useAnswerLines();
  return (
    <DefinitionList
      items={linesOf(props.content).map(({ key, label, text }) => ({
        key,
        term: label,
        value:
          key === 'status' ? <AnswerMark status={props.content.status} /> : <span className="read keep">{text}</span>,
      }))}
    />
  );
}
