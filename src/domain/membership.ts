import { Temporal } from 'temporal-polyfill';
import type { Role } from './access';
import type { CalendarDate } from './calendar-date';

/** An auditor's access ends a year after today at the latest. */
export function latestAuditorDate(today: CalendarDate): CalendarDate {
  return Temporal.PlainDate.from(today).add({ years: 1 }).toString();
}

export type MembershipProblem = 'auditor-date' | 'auditor-campaigns' | 'only-auditors-are-named';

/**
 * What hinders roles, an auditor's last day and named campaigns from going together; null when nothing does. An auditor
 * has a last day from today to a year ahead and at least one campaign; nobody else has either.
 */
export function membershipProblem(
  wanted: { roles: readonly Role[]; auditorUntil: CalendarDate | null; campaignIds: readonly string[] },
  today: CalendarDate,
): MembershipProblem | null {
  const { roles, auditorUntil, campaignIds } = wanted;
  if (!roles.includes('auditor')) {
    return auditorUntil !== null || campaignIds.length > 0 ? 'only-auditors-are-named' : null;
  }
  if (auditorUntil === null || auditorUntil < today || auditorUntil > latestAuditorDate(today)) return 'auditor-date';
  return campaignIds.length === 0 ? 'auditor-campaigns' : null;
}

export const MEMBER_STANDINGS = ['invited', 'active', 'ended', 'disabled'] as const;
export type MemberStanding = (typeof MEMBER_STANDINGS)[number];

/** Where somebody stands: shut out, past an auditor's last day, never signed in yet, or a member who comes and goes. */
export function memberStanding(
  of: { disabledAt: Date | null; auditorUntil: CalendarDate | null; everSignedIn: boolean },
  today: CalendarDate,
): MemberStanding {
  if (of.disabledAt !== null) return 'disabled';
  if (of.auditorUntil !== null && of.auditorUntil < today) return 'ended';
  return of.everSignedIn ? 'active' : 'invited';
}
