import type { CalendarDate } from '@/domain/calendar-date';
import { bankDateOf } from '@/domain/deadline';
import type { DueDateChange } from './due-date-changes';

/** Since when an assessment's due date has stood: notices whose day had passed by then are not made up for. */
export function dueSince(launchedAt: Date, change: DueDateChange | undefined): CalendarDate {
  return bankDateOf(change === undefined || change.at < launchedAt ? launchedAt : change.at);
}
