import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type CalendarDate, calendarDateSchema } from './calendar-date';
import { freeTextSchema } from './free-text';

const yearSchema = z.int().min(2000).max(2100);

/** Longest reason for 未定, in code points. */
export const MAX_UNDECIDED_REASON = 1000;

type TextSchema = z.ZodType<string, string>;

function promisedDate(date: TextSchema, reason: TextSchema) {
  return z.discriminatedUnion('precision', [
    z.strictObject({ precision: z.literal('day'), date }),
    z.strictObject({ precision: z.literal('month'), year: yearSchema, month: z.int().min(1).max(12) }),
    z.strictObject({
      precision: z.literal('half'),
      fiscalYear: yearSchema,
      half: z.union([z.literal(1), z.literal(2)]),
    }),
    z.strictObject({ precision: z.literal('fiscal_year'), fiscalYear: yearSchema }),
    z.strictObject({ precision: z.literal('undecided'), reason }),
  ]);
}

/** When a promise falls due, in the precision it was made: a day, month, half or fiscal year, or 未定 with a reason. */
export const promisedDateSchema = promisedDate(calendarDateSchema, freeTextSchema(MAX_UNDECIDED_REASON));

/** One that somebody is still typing: its day may be unfinished, its reason as long as it likes. */
export const typedPromiseSchema = promisedDate(z.string(), z.string());

export type PromisedDate = z.output<typeof promisedDateSchema>;

/** A day that was chosen as such and is not typed yet: on a page only, never saved. */
export function isOnlyBegun(promised: PromisedDate | null): boolean {
  return promised?.precision === 'day' && promised.date === '';
}

/** The last day on which the promise is kept; null for 未定. 上期 ends on 30 September, 下期 and the year on 31 March. */
export function lastDayOf(promised: PromisedDate): CalendarDate | null {
  switch (promised.precision) {
    case 'day':
      return promised.date;
    case 'month':
      return Temporal.PlainYearMonth.from({ year: promised.year, month: promised.month })
        .toPlainDate({ day: 31 })
        .toString();
    case 'half':
      return promised.half === 1 ? `${promised.fiscalYear}-09-30` : `${promised.fiscalYear + 1}-03-31`;
    case 'fiscal_year':
      return `${promised.fiscalYear + 1}-03-31`;
    case 'undecided':
      return null;
  }
}

/** Overdue after its last day; 未定 never is, and is listed as such. */
export function isOverdue(promised: PromisedDate, today: CalendarDate): boolean {
  const last = lastDayOf(promised);
  return last !== null && today > last;
}
