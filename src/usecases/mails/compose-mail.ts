import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { service, vendor } from '@/db/schema/bank';
import { bankDateOf, remainingBusinessDays } from '@/domain/deadline';
import { isCopied } from '@/domain/mail-rule';
import { answeredOn } from '../assessments/lapsed-answers';
import { type AssessmentRow, requireAssessment, requireCampaign } from '../campaigns/require-campaign';
import { query } from '../query';
import { servicesWithLastYear } from '../reviews/earlier-years';
import { delegationOf } from './delegation-of';
import { earlierInvitations } from './earlier-invitations';
import { letterheadOf } from './letterhead';
import { requestedLink } from './link-requests';
import { type MailContent, mailContentSchema } from './mail-content.schema';
import { ownWordsOf } from './own-words';
import { previousDueDate } from './previous-due-date';
import { questionsOf } from './questions-of';
import { type AssessmentMailRow, isAboutAssessment, type MailRow, requireMail } from './require-mail';
import { acceptedRound, requireRound, roundAnswers, roundRequests } from './round-content';

/** Whom a mail goes to, under which Message-ID, and what it says. */
export const composeMail = query({
  audience: 'system',
  action: 'system.composeMail',
  input: z.strictObject({ mailId: z.uuid() }),
  output: z.strictObject({
    to: z.strictObject({ name: z.string(), address: z.string() }),
    messageId: z.string(),
    /** Null with the assessment for a mail about a membership. */
    campaignId: z.uuid().nullable(),
    assessmentId: z.uuid().nullable(),
    /** What the vendor's link is made of; null for mails to the bank. */
    invitationId: z.uuid().nullable(),
    content: mailContentSchema,
  }),
  async run({ tx, now }, { mailId }) {
    const row = await requireMail(tx, mailId);
    return {
      to: { name: row.recipientName, address: row.address },
      messageId: row.messageId,
      campaignId: row.campaignId,
      assessmentId: row.assessmentId,
      invitationId: row.invitationId,
      content: isAboutAssessment(row) ? await contentOf(tx, row, now) : await memberContent(tx, row),
    };
  },
});

async function memberContent(tx: Transaction, row: MailRow): Promise<MailContent> {
  return {
    kind: 'member_invited',
    language: row.language,
    bank: await letterheadOf(tx),
    memberName: row.recipientName,
  };
}

async function contentOf(tx: Transaction, row: AssessmentMailRow, now: Date): Promise<MailContent> {
  const about = await requireAssessment(tx, row.assessmentId);
  const of = await requireCampaign(tx, row.campaignId);
  const base = { language: row.language, bank: await letterheadOf(tx) };
  const subject = {
    ...base,
    ...(await namesOf(tx, about)),
    fiscalYear: of.fiscalYear,
    campaignName: of.name,
  };
  const due = { dueDate: about.dueDate, closingTime: of.closingTime };
  const ownWords = await ownWordsOf(tx, row, { of, about, subject });
  const progress = { itemCount: about.itemCount, answeredCount: await answeredOn(tx, about, bankDateOf(now)) };
  switch (row.kind) {
    case 'invitation':
      if (await isNewLinkOnly(tx, row, about)) return { kind: 'link_reissued', ...subject, ...due };
      return {
        kind: row.kind,
        ...subject,
        ...due,
        referenceDate: of.referenceDate,
        itemCount: about.itemCount,
        carriedOver: (await servicesWithLastYear(tx, of, [about.serviceId])).has(about.serviceId),
        ownWords,
      };
    case 'reminder':
      return {
        kind: row.kind,
        ...subject,
        ...due,
        ...progress,
        businessDaysLeft: remainingBusinessDays(now, about.dueDate),
        ownWords,
      };
    case 'overdue':
      return { kind: row.kind, ...subject, ...due, ...progress, ownWords };
    case 'receipt': {
      const round = await requireRound(tx, row.roundId);
      return {
        kind: row.kind,
        ...subject,
        submittedAt: round.submittedAt,
        submittedBy: { name: round.submitterName, title: round.submitterTitle },
        receiptHash: round.receiptHash,
        answers: await roundAnswers(tx, round.id),
      };
    }
    case 'submitted_notice': {
      const round = await requireRound(tx, row.roundId);
      const { fiscalYear: _year, ...names } = subject;
      return {
        kind: row.kind,
        ...names,
        memberName: row.recipientName,
        submittedAt: round.submittedAt,
        round: round.number,
      };
    }
    case 'return': {
      const round = await requireRound(tx, row.roundId);
      return {
        kind: row.kind,
        ...subject,
        ...due,
        message: round.returnMessage ?? '',
        requests: await roundRequests(tx, round.id),
        ownWords,
      };
    }
    case 'acceptance': {
      const round = await requireRound(tx, row.roundId);
      return { kind: row.kind, ...subject, ...(await acceptedRound(tx, round.id)), ownWords };
    }
    case 'due_date_changed':
      return {
        kind: row.kind,
        ...subject,
        ...due,
        previousDueDate: await previousDueDate(tx, row),
        reason: about.dueDateReason,
      };
    case 'member_invited':
      throw new Error('a mail about a membership has no assessment');
    case 'delegated':
      return { kind: row.kind, ...subject, ...due, ...(await delegationOf(tx, row)) };
    case 'link_requested': {
      const asked = await requestedLink(tx, row.occasion);
      if (row.memberId === null) return { kind: 'colleague_link_requested', ...subject, ...asked };
      const { fiscalYear: _year, ...names } = subject;
      return { kind: row.kind, ...names, memberName: row.recipientName, ...asked };
    }
    case 'question_asked': {
      const { fiscalYear: _year, ...names } = subject;
      return { kind: row.kind, ...names, memberName: row.recipientName, questions: await toldOf(tx, row) };
    }
    case 'question_answered':
      return { kind: row.kind, ...subject, questions: await toldOf(tx, row) };
    case 'withdrawn':
      return { kind: row.kind, ...subject };
    case 'copy': {
      const original = await requireMail(tx, row.occasion);
      if (!isCopied(original.kind)) throw new Error('a mail of this kind is not copied');
      return { kind: row.kind, ...subject, ...due, of: original.kind, leadName: original.recipientName };
    }
  }
}

/** Throws when none stands any more: taken up again, the mail is then cancelled. */
async function toldOf(tx: Transaction, row: AssessmentMailRow) {
  const questions = await questionsOf(tx, row);
  if (questions.length === 0) throw new Error('a mail about questions has none');
  return questions;
}

async function namesOf(tx: Transaction, about: AssessmentRow) {
  const [names] = await tx
    .select({ vendorName: vendor.name, serviceName: service.name })
    .from(service)
    .innerJoin(vendor, eq(vendor.id, service.vendorId))
    .where(eq(service.id, about.serviceId));
  if (!names) throw new Error('an assessment has no service');
  return names;
}

/** Somebody who knows what is asked gets the new link alone; whom no invitation has reached is asked in full. */
async function isNewLinkOnly(tx: Transaction, row: AssessmentMailRow, about: AssessmentRow): Promise<boolean> {
  const earlier = await earlierInvitations(tx, row);
  const reached = earlier.some(({ address, state }) => address === row.address && state === 'sent');
  return earlier.length > 0 && (reached || about.state !== 'not_started');
}
