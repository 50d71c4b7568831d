import { Temporal } from 'temporal-polyfill';
import { nextBankBusinessDay } from './business-day';
import type { CalendarDate } from './calendar-date';
import type { Wave } from './wave';

/** The same day a year later; 29 February becomes the 28th. */
export function nextYear(date: CalendarDate): CalendarDate {
  return Temporal.PlainDate.from(date).add({ years: 1 }).toString();
}

/** A wave a year later, its days moved on to bank business days. */
export function shiftWave({ sendOn, dueDate }: Wave): Wave {
  const shift = (date: CalendarDate) => nextBankBusinessDay(nextYear(date));
  return { sendOn: sendOn === null ? null : shift(sendOn), dueDate: shift(dueDate) };
}
