import { Temporal } from 'temporal-polyfill';
import { type PromisedDate, promisedDateSchema } from './promised-date';

/** The first year of each era, minus one: 令和8年 is 2018 + 8. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 };
const YEAR = '(?:(\\d{4})|(令和|平成|R|H)\\.?(\\d{1,2}|元))';
const DAY = new RegExp(`^${YEAR}[年./-](\\d{1,2})[月./-](\\d{1,2})日?(?:\\([月火水木金土日]\\))?$`);
const MONTH = new RegExp(`^${YEAR}[年./-](\\d{1,2})月?$`);
const FISCAL = new RegExp(`^${YEAR}年度(上期|下期)?$`);

/**
 * When a promise falls due, as people write it into a cell: a day, a month, a half or whole fiscal year, by the Western
 * or the Japanese calendar, in any width; 未定 with its reason. Null for an empty cell, 'unreadable' for anything else.
 */
export function readPromised(text: string): PromisedDate | null | 'unreadable' {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return null;
  // The reason keeps the signs that it was typed in.
  if (typed.startsWith('未定')) return parsed({ precision: 'undecided', reason: reasonIn(text) });
  const plain = typed.replaceAll(/\s+/g, '');
  const day = DAY.exec(plain);
  if (day) return parsed({ precision: 'day', date: dateOf(yearOf(day), Number(day[4]), Number(day[5])) });
  const month = MONTH.exec(plain);
  if (month) return parsed({ precision: 'month', year: yearOf(month), month: Number(month[4]) });
  const fiscal = FISCAL.exec(plain);
  if (!fiscal) return 'unreadable';
  const fiscalYear = yearOf(fiscal);
  if (fiscal[4] === undefined) return parsed({ precision: 'fiscal_year', fiscalYear });
  return parsed({ precision: 'half', fiscalYear, half: fiscal[4] === '上期' ? 1 : 2 });
}

function yearOf([, western, era, year]: RegExpExecArray): number {
  if (western !== undefined) return Number(western);
  return (ERAS[era ?? ''] ?? 0) + (year === '元' ? 1 : Number(year));
}

/** '' for a day that no calendar has. */
function dateOf(year: number, month: number, day: number): string {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return '';
  }
}

function reasonIn(text: string): string {
  const rest = text.trim().replace(/^未定/, '').trim();
  const inBrackets = /^[（(](.*)[）)]$/s.exec(rest);
  return (inBrackets ? (inBrackets[1] ?? '') : rest.replace(/^[：:]/, '')).trim();
}

function parsed(value: unknown): PromisedDate | 'unreadable' {
  const read = promisedDateSchema.safeParse(value);
  return read.success ? read.data : 'unreadable';
}
