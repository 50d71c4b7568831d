import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from './calendar-date';
import { bankDateOf } from './deadline';
import type { PromisedDate } from './promised-date';

export type Locale = 'ja' | 'en';

const WEEKDAYS = ['月', '火', '水', '木', '金', '土', '日'];
const ZONE = 'Asia/Tokyo';

/** 2026年12月25日(金) or Fri, 25 Dec 2026: always with year and weekday. */
export function formatDate(date: CalendarDate, locale: Locale): string {
  const { year, month, day, dayOfWeek } = Temporal.PlainDate.from(date);
  if (locale === 'ja') return `${year}年${month}月${day}日(${WEEKDAYS[dayOfWeek - 1]})`;
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return parts.format(new Date(`${date}T00:00:00Z`));
}

/** HH:MM in the bank's zone, 24 hours. */
export function formatTime(instant: Date): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(instant);
}

/** HH:MM:SS in the bank's zone. */
export function formatSeconds(instant: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: ZONE,
  }).format(instant);
}

/** 2026年12月25日(金) 17:00 in the bank's zone. */
export function formatInstant(instant: Date, locale: Locale): string {
  return `${formatDate(bankDateOf(instant), locale)} ${formatTime(instant)}`;
}

/** A due date whole: 2026年12月25日(金) 17:00; in English the zone is said. */
export function formatDeadline(date: CalendarDate, closingTime: string, locale: Locale): string {
  const whole = `${formatDate(date, locale)} ${closingTime}`;
  return locale === 'ja' ? whole : `${whole} JST`;
}

/** 2026年度 or FY2026. */
export function formatFiscalYear(year: number, locale: Locale): string {
  return locale === 'ja' ? `${year}年度` : `FY${year}`;
}

/** A promise in the precision it was made; 未定 with its reason. */
export function formatPromised(promised: PromisedDate, locale: Locale): string {
  switch (promised.precision) {
    case 'day':
      return formatDate(promised.date, locale);
    case 'month':
      return locale === 'ja'
        ? `${promised.year}年${promised.month}月`
        : new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
            new Date(Date.UTC(promised.year, promised.month - 1, 1)),
          );
    case 'half':
      return locale === 'ja'
        ? `${promised.fiscalYear}年度${promised.half === 1 ? '上期' : '下期'}`
        : `${promised.half === 1 ? '1st' : '2nd'} half of FY${promised.fiscalYear}`;
    case 'fiscal_year':
      return formatFiscalYear(promised.fiscalYear, locale);
    case 'undecided':
      return locale === 'ja' ? `未定（${promised.reason}）` : `Undecided (${promised.reason})`;
  }
}
