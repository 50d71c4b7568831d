import { type AssessmentState, whyNotWritable } from './assessment-state';
import type { CalendarDate } from './calendar-date';
import type { CampaignState } from './campaign-state';
import { noticeKey, type PlannedNotice } from './deadline';

/** Where a planned mail stands when its time has come. */
export type MailVerdict =
  /** Hand it to SMTP now. */
  | 'send'
  /** Not now, perhaps later: it stays planned. */
  | 'hold'
  /** What it says is no longer so. */
  | 'cancel'
  /** A newer notice has taken its place, since nobody gets two at once; or nothing arrives there. */
  | 'skip';

/** The vendor still has to answer; nothing is asked of anybody else. */
export function vendorOwes(assessment: AssessmentState): boolean {
  return whyNotWritable('running', assessment) === null;
}

/** Of these the vendor's 写し are told: what asks and what moves a date, never what was answered or judged. */
export const COPIED_KINDS = ['invitation', 'reminder', 'overdue', 'due_date_changed', 'withdrawn'] as const;
export type CopiedKind = (typeof COPIED_KINDS)[number];

export function isCopied(kind: string): kind is CopiedKind {
  return COPIED_KINDS.some((each) => each === kind);
}

interface Subject {
  campaign: CampaignState;
  assessment: AssessmentState;
  dueDate: CalendarDate;
  /** The link that it carries was taken back; never so for mails to the bank. */
  linkRevoked: boolean;
  /** Its address is known to take no mail; never so for mails to the bank. */
  addressDead: boolean;
}

export type PlannedMail =
  | { kind: 'withdrawn' | 'delegated' | 'copy' }
  /** `reissued`: another link took the place of an earlier one. */
  | { kind: 'invitation'; reissued: boolean }
  | { kind: 'reminder' | 'overdue'; occasion: NoticeOccasion | null; replaced: boolean }
  | { kind: 'receipt' | 'submitted_notice' | 'return' | 'acceptance'; round: RoundStanding | null }
  | { kind: 'due_date_changed'; dueDate: CalendarDate | null }
  /** `waiting`: the bank has neither sent another link nor put the request away. */
  | { kind: 'link_requested'; waiting: boolean }
  /** `standing`: of the questions that it tells of, some still wait, or still have the answer that it carries. */
  | { kind: 'question_asked' | 'question_answered'; standing: number };

type RoundStanding = 'submitted' | 'taken_back' | 'returned' | 'approved';

/** Decides again, right before sending, whether a planned mail still says what is so. */
export function decideMail(mail: PlannedMail, now: Subject): MailVerdict {
  if (now.campaign === 'paused' || now.campaign === 'draft') return 'hold';
  if (now.linkRevoked) return 'cancel';
  const owed = now.campaign !== 'closed' && vendorOwes(now.assessment);
  switch (mail.kind) {
    case 'invitation':
      return owed || (mail.reissued && !hasEnded(now)) ? 'send' : 'cancel';
    case 'delegated':
      return owed ? 'send' : 'cancel';
    case 'copy':
      return now.addressDead ? 'skip' : 'send';
    case 'reminder':
    case 'overdue':
      if (!owed || mail.occasion?.dueDate !== now.dueDate) return 'cancel';
      return mail.replaced || now.addressDead ? 'skip' : 'send';
    case 'receipt':
    case 'submitted_notice':
      return mail.round === null || mail.round === 'taken_back' ? 'cancel' : 'send';
    case 'return':
      return owed && mail.round === 'returned' ? 'send' : 'cancel';
    case 'acceptance':
      return now.assessment === 'approved' && mail.round === 'approved' ? 'send' : 'cancel';
    case 'due_date_changed':
      return owed && mail.dueDate === now.dueDate ? 'send' : 'cancel';
    case 'link_requested':
      return mail.waiting && !hasEnded(now) ? 'send' : 'cancel';
    case 'withdrawn':
      return now.assessment === 'withdrawn' ? 'send' : 'cancel';
    case 'question_asked':
    case 'question_answered':
      return mail.standing > 0 && !hasEnded(now) ? 'send' : 'cancel';
  }
}

/** A link opens nothing any more that could be answered or read on. */
function hasEnded({ campaign, assessment }: Subject): boolean {
  return campaign === 'closed' || ['withdrawn', 'declined', 'closed_unanswered'].includes(assessment);
}

/** What makes a notice the same notice: which one it is, of which due date, and since when that date has stood. */
export interface NoticeOccasion {
  key: string;
  dueDate: CalendarDate;
  since: CalendarDate;
}

export function noticeOccasion(
  notice: Pick<PlannedNotice, 'kind' | 'ordinal'>,
  dueDate: CalendarDate,
  since: CalendarDate,
): string {
  return `${noticeKey(notice)}:${dueDate}:${since}`;
}

const ASKED = 'asked';

/** As `noticeOccasion`, for a notice that somebody asked for by hand: once a day at most. */
export function askedOccasion(kind: PlannedNotice['kind'], dueDate: CalendarDate, day: CalendarDate): string {
  return `${kind}:${ASKED}:${dueDate}:${day}`;
}

/** Asked for by hand: no notice of the schedule takes its place. */
export function askedByHand(occasion: NoticeOccasion): boolean {
  return occasion.key.endsWith(`:${ASKED}`);
}

/** Null for what is no notice's occasion. */
export function readNoticeOccasion(occasion: string): NoticeOccasion | null {
  const found = /^((?:reminder|overdue):(?:\d+|asked)):(\d{4}-\d\d-\d\d):(\d{4}-\d\d-\d\d)$/.exec(occasion);
  return found?.[1] && found[2] && found[3] ? { key: found[1], dueDate: found[2], since: found[3] } : null;
}
