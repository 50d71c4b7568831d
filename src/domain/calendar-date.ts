import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A calendar date in the bank's zone (Asia/Tokyo), YYYY-MM-DD. Text order is date order. */
export type CalendarDate = string;

function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** A date that exists, between 2000 and 2100. */
export const calendarDateSchema = z
  .string()
  .refine((text) => isRealDate(text) && text >= '2000-01-01' && text <= '2100-12-31', { error: 'date-invalid' });
