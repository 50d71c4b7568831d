import type { Actor } from '@/domain/actor';
import { type AnswerContent, hasPromise, sameContent } from '@/domain/answer';
import type { CalendarDate } from '@/domain/calendar-date';
import { gapState, isGap, type Verdict } from '@/domain/gap';
import { promiseOutcome } from '@/domain/promise-outcome';
import { type BankItem, slotThatCounts, viewBankSlot } from '../bank-answers/bank-slots';
import type { LastYear } from './last-year';
import type { RoundRow } from './require-review';
import type { Review } from './review.schema';
import { deltasOf } from './review-deltas';
import type { AnswerRows, SpokenRows } from './review-rows';

type ReviewItem = Review['items'][number];

export const nameOf = (actor: Actor) => (actor.kind === 'system' ? '' : actor.name);

/** The items in order, each with what was answered, judged, said and promised, now and last year. */
export function reviewItems(
  rows: AnswerRows,
  spoken: SpokenRows,
  context: {
    before: RoundRow | undefined;
    lastYear: LastYear;
    bank: readonly BankItem[];
    questions: ReadonlyMap<string, ReviewItem['questions']>;
    viewer: { userId: string };
    today: CalendarDate;
  },
): ReviewItem[] {
  const { today, lastYear } = context;
  const deltas = deltasOf(rows, lastYear, today);
  return rows.items.map((item) => {
    const frozen = rows.newest.answers.get(item.id);
    const judged = rows.newest.verdicts.get(item.id);
    const attested = frozen ? spoken.attested.get(frozen.id) : undefined;
    const said = spoken.comments.get(item.id);
    const promise = spoken.commitments.get(item.id);
    const bank = context.bank.find((each) => each.item.id === item.id);
    const value = judged?.value ?? null;
    return {
      itemId: item.id,
      position: item.position,
      number: item.number,
      category: item.category,
      objective: item.objective,
      answeredBy: item.answeredBy,
      item: item.content,
      vendor: frozen
        ? {
            revisionId: frozen.id,
            content: frozen.content,
            by: nameOf(frozen.by),
            at: frozen.at,
            afterDue: frozen.afterDue,
            reattested: attested ? { by: nameOf(attested.by), at: attested.at } : null,
          }
        : null,
      evidence: evidenceOf(rows, item.id, context.before),
      previous: previousOf(rows, spoken, item.id, context.before),
      lastYear: lastYearOf(lastYear, item.id, frozen ? { content: frozen.content, verdict: value } : null, today),
      delta: deltas.get(item.id) ?? null,
      read: spoken.read.has(item.id),
      verdict:
        judged && value !== null
          ? {
              value,
              reason: judged.reason,
              by: nameOf(judged.by),
              at: judged.at,
              released: judged.releasedAt !== null,
              takenTogether: judged.takenTogether,
            }
          : null,
      verdictVersion: judged?.version ?? 0,
      comment:
        said && said.body !== ''
          ? { body: said.body, by: nameOf(said.by), at: said.at, released: said.releasedAt !== null }
          : null,
      commentVersion: said?.version ?? 0,
      notes: spoken.notes
        .filter(({ note }) => note.itemId === item.id)
        .map(({ note, roundNumber }) => ({
          id: note.id,
          roundNumber,
          body: note.body,
          by: nameOf(note.by),
          at: note.at,
        })),
      questions: context.questions.get(item.id) ?? [],
      gap: frozen && isGap(frozen.content.status, value) ? gapState(promise?.promised ?? null, today) : null,
      commitment: promise
        ? {
            measure: promise.measure,
            person: promise.person,
            promised: promise.promised,
            lastDay: promise.lastDay,
          }
        : null,
      bank: bank ? viewBankSlot(slotThatCounts(bank), context.viewer) : null,
    };
  });
}

function evidenceOf({ newest, before }: AnswerRows, itemId: string, earlier: RoundRow | undefined) {
  const heldBefore = new Set(
    before.evidence.filter((each) => each.itemId === itemId).map(({ file }) => file.evidenceId),
  );
  return newest.evidence
    .filter((each) => each.itemId === itemId)
    .map(({ file }) => ({ ...file, isNew: earlier !== undefined && !heldBefore.has(file.evidenceId) }));
}

function previousOf(
  rows: AnswerRows,
  spoken: SpokenRows,
  itemId: string,
  before: RoundRow | undefined,
): ReviewItem['previous'] {
  const frozen = rows.before.answers.get(itemId);
  if (!before || !frozen) return null;
  const now = rows.newest.answers.get(itemId);
  const judged = rows.before.verdicts.get(itemId);
  const replied = spoken.replies.get(itemId);
  return {
    roundNumber: before.number,
    content: now && sameContent(now.content, frozen.content) ? null : frozen.content,
    verdict: judged?.value ?? null,
    reason: judged?.reason ?? '',
    comment: spoken.commentsBefore.get(itemId)?.body || null,
    reply: replied && replied.body !== '' ? { body: replied.body, by: nameOf(replied.by), at: replied.at } : null,
  };
}

function lastYearOf(
  { items }: LastYear,
  itemId: string,
  now: { content: AnswerContent; verdict: Verdict | null } | null,
  today: CalendarDate,
): ReviewItem['lastYear'] {
  const then = items.get(itemId);
  if (!then) return null;
  const { number, textChanged, content, verdict, takenTogether, promise } = then;
  return {
    number,
    textChanged,
    unchanged: now !== null && sameContent(now.content, content),
    content,
    verdict,
    takenTogether,
    promise: promise && {
      ...promise,
      outcome:
        now &&
        promiseOutcome(
          promise.promised,
          {
            claim: now.content.status,
            verdict: now.verdict,
            promised: hasPromise(now.content) ? now.content.promised : null,
          },
          today,
        ),
    },
  };
}

/** The figures of the head, and what still hinders a proposal or an approval. */
export function reviewProgress(items: readonly ReviewItem[]): Review['progress'] {
  const answered = items.filter((item) => item.vendor !== null);
  const numbers = (chosen: readonly ReviewItem[]) => chosen.map((item) => item.number);
  return {
    toJudge: answered.length,
    judged: answered.filter((item) => item.verdict !== null).length,
    unjudged: numbers(answered.filter((item) => item.verdict === null)),
    insufficient: numbers(answered.filter((item) => item.verdict?.value === 'insufficient')),
    commented: numbers(items.filter((item) => item.comment !== null)),
    bankUnapproved: numbers(items.filter((item) => item.bank !== null && item.bank.approved === null)),
    gaps: items.filter((item) => item.gap !== null).length,
  };
}
