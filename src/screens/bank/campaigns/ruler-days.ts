import { addDays, isBankBusinessDay } from '@/domain/business-day';
import type { CalendarDate } from '@/domain/calendar-date';

/** As many days as can be read on one ruler. */
const MOST_DAYS = 60;
/** Shown before and after each day that counts, where not all can be. */
const AROUND_DAYS = 4;

/**
 * The days of a flight plan's ruler, from the first of `days` to the last. Where these are too many, only those near a
 * day of `days` stay; the first after a gap says so.
 */
export function rulerDays(days: readonly CalendarDate[]): { day: CalendarDate; holiday: boolean; skips: boolean }[] {
  const sorted = days.toSorted();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  const isWhole = addDays(first, MOST_DAYS) > last;
  const isShown = (day: CalendarDate) =>
    isWhole || days.some((each) => addDays(each, -AROUND_DAYS) <= day && day <= addDays(each, AROUND_DAYS));
  const shown = [];
  let before = first;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!isShown(day)) continue;
    shown.push({ day, holiday: !isBankBusinessDay(day), skips: day !== first && addDays(before, 1) !== day });
    before = day;
  }
  return shown;
}
