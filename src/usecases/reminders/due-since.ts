import type { CalendarDate } from '@/domain/calendar-date';
import { bankDateOf } from '@/domain/deadline';
import { waveStart, wavesOf } from '@/domain/wave';
import type { AssessmentRow, CampaignRow } from '../campaigns/require-campaign';
import type { DueDateChange } from './due-date-changes';

/**
 * Day 0 of an assessment: the day it was launched, or that its wave's links go out if that is later. Nothing is
 * reminded of on it or before it.
 */
export function assessmentStart(
  assessment: Pick<AssessmentRow, 'createdAt' | 'wave'>,
  campaign: Pick<CampaignRow, 'waves' | 'dueDate'>,
): CalendarDate {
  const wave = wavesOf(campaign)[assessment.wave - 1];
  return waveStart(wave ?? { sendOn: null, dueDate: campaign.dueDate }, assessment.createdAt);
}

/** Since when an assessment's due date has stood: notices whose day had passed by then are not made up for. */
export function dueSince(start: CalendarDate, change: DueDateChange | undefined): CalendarDate {
  const changed = change === undefined ? start : bankDateOf(change.at);
  return changed < start ? start : changed;
}
