import type { AnswerStatus } from '@/domain/answer';
import type { CalendarDate } from '@/domain/calendar-date';
import type { Locale } from '@/domain/date-format';
import type { CopiedKind } from '@/domain/mail-rule';

/** How the bank signs. The telephone number lets a vendor check that a mail is real. */
export interface Letterhead {
  name: string;
  nameEn: string;
  /** 当行, 当金庫 or 当社. */
  selfTerm: string;
  department: string;
  departmentEn: string;
  telephone: string;
  replyAddress: string;
  businessHours: string;
}

interface Mail {
  language: Locale;
  bank: Letterhead;
}

/** To a vendor's people about one assessment. */
interface VendorMail extends Mail {
  vendorName: string;
  serviceName: string;
  fiscalYear: number;
  campaignName: string;
}

interface Due {
  dueDate: CalendarDate;
  /** HH:MM in Asia/Tokyo. */
  closingTime: string;
}

interface Linked {
  link: string;
}

/** The bank's own words in place of the usual request or opening, filled in; '' for none. */
interface OwnWords {
  ownWords: string;
}

interface Progress {
  itemCount: number;
  answeredCount: number;
}

export interface InvitationMail extends VendorMail, Due, Linked, OwnWords {
  kind: 'invitation';
  referenceDate: CalendarDate;
  itemCount: number;
  /** True when last year's answers are there to start from. */
  carriedOver: boolean;
}

export interface ReminderMail extends VendorMail, Due, Linked, Progress, OwnWords {
  kind: 'reminder';
  /** Bank business days from today to the due date; 0 on the day itself. */
  businessDaysLeft: number;
}

export interface OverdueMail extends VendorMail, Due, Linked, Progress, OwnWords {
  kind: 'overdue';
}

export interface ReceiptMail extends VendorMail, Linked {
  kind: 'receipt';
  submittedAt: Date;
  /** `title` is department and title as the person stated them. */
  submittedBy: { name: string; title: string };
  /** SHA-256, hex, of the answers that were handed in. */
  receiptHash: string;
  /** The vendor's copy of what was handed in, in the form's order. */
  answers: readonly { number: string; status: AnswerStatus }[];
}

/** To the bank's person in charge. */
export interface SubmittedNoticeMail extends Mail, Linked {
  kind: 'submitted_notice';
  memberName: string;
  vendorName: string;
  serviceName: string;
  campaignName: string;
  submittedAt: Date;
  /** 1 for the first submission. */
  round: number;
}

/** To the bank's person in charge: the holder of a link that opens nothing any more asks for another. */
export interface LinkRequestedMail extends Mail, Linked {
  kind: 'link_requested';
  memberName: string;
  vendorName: string;
  serviceName: string;
  campaignName: string;
  /** For whom that link was made; nobody has proved to be them. */
  holderName: string;
  requestedAt: Date;
}

/** To the vendor's lead: the same of a link that they had given to a colleague（担当依頼）. */
export interface ColleagueLinkRequestedMail extends VendorMail, Linked {
  kind: 'colleague_link_requested';
  holderName: string;
  requestedAt: Date;
}

export interface ReturnMail extends VendorMail, Due, Linked, OwnWords {
  kind: 'return';
  /** About the whole, as the bank wrote it; blank for none. */
  message: string;
  requests: readonly { number: string; request: string }[];
}

export interface AcceptanceMail extends VendorMail, Linked, OwnWords {
  kind: 'acceptance';
  acceptedAt: Date;
  /** Items for which the vendor promised a measure that is still open. */
  openCommitments: number;
}

export interface DueDateChangedMail extends VendorMail, Due, Linked {
  kind: 'due_date_changed';
  previousDueDate: CalendarDate;
  /** As the bank gave it; '' for none. */
  reason: string;
}

export interface WithdrawnMail extends VendorMail {
  kind: 'withdrawn';
}

/** To the vendor's 写し: that the lead has been written to. No link. */
export interface CopyMail extends VendorMail, Due {
  kind: 'copy';
  of: CopiedKind;
  leadName: string;
}

export interface LinkReissuedMail extends VendorMail, Due, Linked {
  kind: 'link_reissued';
}

/** To a colleague whom the vendor's lead asked to answer some items（担当依頼）. */
export interface DelegatedMail extends VendorMail, Due, Linked {
  kind: 'delegated';
  leadName: string;
  /** As the lead wrote it; '' for none. */
  message: string;
  itemCount: number;
}

interface Questions {
  /** At least one, in the form's order; answers are '' while there are none. */
  questions: readonly { number: string; text: string; askedBy: string; answer: string; answeredBy: string }[];
}

/** To the bank's person in charge: what a vendor asks（通番 by 通番）. */
export interface QuestionAskedMail extends Mail, Linked, Questions {
  kind: 'question_asked';
  memberName: string;
  vendorName: string;
  serviceName: string;
  campaignName: string;
}

/** To whoever asked. */
export interface QuestionAnsweredMail extends VendorMail, Linked, Questions {
  kind: 'question_answered';
}

/** To somebody who has become a member of the bank. The link only leads to the sign-in page: it opens nothing. */
export interface MemberInvitedMail extends Mail, Linked {
  kind: 'member_invited';
  memberName: string;
}

interface CodeMail {
  language: Locale;
  /** Six digits. */
  code: string;
  expiresAt: Date;
}

export interface SignInCodeMail extends CodeMail {
  kind: 'sign_in_code';
}

/** To a member whose banks all ask for their own single sign-on: no code opens any of them. */
export interface SignInByProviderMail {
  kind: 'sign_in_by_provider';
  language: Locale;
  banks: readonly { name: string; nameEn: string; link: string }[];
}

/** To a colleague whom a member asks to share the organisation's answer master. The link leads to signing in. */
export interface OrganisationInvitedMail extends Linked {
  kind: 'organisation_invited';
  language: Locale;
  organisationName: string;
  inviterName: string;
}

export interface RespondentCodeMail extends CodeMail {
  kind: 'respondent_code';
  /** Null when the address was typed without a link: several banks may have invited it. */
  about: { bank: Letterhead; vendorName: string; recipientName: string } | null;
}

export type MailData =
  | InvitationMail
  | ReminderMail
  | OverdueMail
  | ReceiptMail
  | SubmittedNoticeMail
  | ReturnMail
  | AcceptanceMail
  | DueDateChangedMail
  | WithdrawnMail
  | CopyMail
  | LinkReissuedMail
  | DelegatedMail
  | LinkRequestedMail
  | ColleagueLinkRequestedMail
  | QuestionAskedMail
  | QuestionAnsweredMail
  | MemberInvitedMail
  | SignInCodeMail
  | SignInByProviderMail
  | OrganisationInvitedMail
  | RespondentCodeMail;

export type MailKind = MailData['kind'];
