import type { AnswerContent, AnswerStatus } from '@/domain/answer';
import { formatPromised, type Locale } from '@/domain/date-format';
import { isOnlyBegun } from '@/domain/promised-date';

const LABELS = ['status', 'reason', 'current', 'measure', 'promised', 'person', 'interim', 'remarks'] as const;

/** The words that an answer is read in. */
export interface AnswerWords {
  locale: Locale;
  label(key: (typeof LABELS)[number]): string;
  status(status: AnswerStatus): string;
}

/**
 * An answer as lines of text, label and value, blank parts left out: for reading, comparing, copying and printing. Also
 * of one that is being typed, whose promised day may be only begun.
 */
export function answerLines(
  content: AnswerContent,
  words: AnswerWords,
): { key: string; label: string; text: string }[] {
  const plain = content.status !== 'not_applicable';
  const { promised: by } = content;
  const promised = by === null || isOnlyBegun(by) ? '' : formatPromised(by, words.locale);
  const line = (key: (typeof LABELS)[number], text: string) => ({ key: key as string, label: words.label(key), text });
  return [
    line('status', words.status(content.status)),
    line('reason', plain ? '' : content.reason),
    line('current', plain ? content.current : ''),
    ...Object.entries(content.named ?? {}).map(([name, text]) => ({
      key: `named ${name}`,
      label: name,
      text: plain ? text : '',
    })),
    line('measure', plain ? content.measure : ''),
    line('promised', plain ? promised : ''),
    line('person', plain ? content.person : ''),
    line('interim', plain ? (content.interim ?? '') : ''),
    line('remarks', content.remarks),
  ].filter(({ text }) => text !== '');
}
