import holidayJp from '@holiday-jp/holiday_jp';
import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from './calendar-date';

/** Days on which banks rest besides weekends and national holidays: 31 December to 3 January (Banking Act order, art. 5). */
const YEAR_END = new Set(['12-31', '01-01', '01-02', '01-03']);

/** The national holiday's Japanese name, or null. Asked with plain dates: an instant would shift the day. */
export function nationalHoliday(date: CalendarDate): string | null {
  const known = (holidayJp.holidays as Record<string, { name: string } | undefined>)[date];
  return known?.name ?? null;
}

export function isBankBusinessDay(date: CalendarDate): boolean {
  const weekday = Temporal.PlainDate.from(date).dayOfWeek;
  return weekday <= 5 && nationalHoliday(date) === null && !YEAR_END.has(date.slice(5));
}

/** The date itself when it is a bank business day, else the next one. */
export function nextBankBusinessDay(date: CalendarDate): CalendarDate {
  let day = date;
  while (!isBankBusinessDay(day)) day = addDays(day, 1);
  return day;
}

/** `count` bank business days after (negative: before) a date, which is day 0 whatever it is. */
export function addBankBusinessDays(date: CalendarDate, count: number): CalendarDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isBankBusinessDay(day)) left -= 1;
  }
  return day;
}

/** Bank business days after `from` up to and including `to`; negative when `to` is earlier. */
export function bankBusinessDaysBetween(from: CalendarDate, to: CalendarDate): number {
  if (to < from) return -bankBusinessDaysBetween(to, from);
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isBankBusinessDay(day)) count += 1;
  }
  return count;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
