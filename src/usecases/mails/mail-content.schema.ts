import { z } from 'zod';
import { ANSWER_STATUSES } from '@/domain/answer';
import { calendarDateSchema } from '@/domain/calendar-date';
import { COPIED_KINDS } from '@/domain/mail-rule';

export const letterheadSchema = z.strictObject({
  name: z.string(),
  nameEn: z.string(),
  selfTerm: z.string(),
  department: z.string(),
  departmentEn: z.string(),
  telephone: z.string(),
  replyAddress: z.string(),
  businessHours: z.string(),
});

const language = z.enum(['ja', 'en']);
const base = { language, bank: letterheadSchema };
const vendor = {
  ...base,
  vendorName: z.string(),
  serviceName: z.string(),
  fiscalYear: z.int(),
  campaignName: z.string(),
};
const due = { dueDate: calendarDateSchema, closingTime: z.string() };
const questions = z.array(
  z.strictObject({
    number: z.string(),
    text: z.string(),
    askedBy: z.string(),
    answer: z.string(),
    answeredBy: z.string(),
  }),
);
const progress = { itemCount: z.int(), answeredCount: z.int() };

/** What a mail says, without its link: whoever sends it knows the server's address and secret. */
export const mailContentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('invitation'),
    ...vendor,
    ...due,
    referenceDate: calendarDateSchema,
    itemCount: z.int(),
    carriedOver: z.boolean(),
    ownWords: z.string(),
  }),
  z.strictObject({
    kind: z.literal('reminder'),
    ...vendor,
    ...due,
    ...progress,
    businessDaysLeft: z.int(),
    ownWords: z.string(),
  }),
  z.strictObject({ kind: z.literal('overdue'), ...vendor, ...due, ...progress, ownWords: z.string() }),
  z.strictObject({
    kind: z.literal('receipt'),
    ...vendor,
    submittedAt: z.date(),
    submittedBy: z.strictObject({ name: z.string(), title: z.string() }),
    receiptHash: z.string(),
    answers: z.array(z.strictObject({ number: z.string(), status: z.enum(ANSWER_STATUSES) })),
  }),
  z.strictObject({
    kind: z.literal('submitted_notice'),
    ...base,
    memberName: z.string(),
    vendorName: z.string(),
    serviceName: z.string(),
    campaignName: z.string(),
    submittedAt: z.date(),
    round: z.int(),
  }),
  z.strictObject({
    kind: z.literal('return'),
    ...vendor,
    ...due,
    message: z.string(),
    requests: z.array(z.strictObject({ number: z.string(), request: z.string() })),
    ownWords: z.string(),
  }),
  z.strictObject({
    kind: z.literal('acceptance'),
    ...vendor,
    acceptedAt: z.date(),
    ownWords: z.string(),
    openCommitments: z.int(),
  }),
  z.strictObject({
    kind: z.literal('due_date_changed'),
    ...vendor,
    ...due,
    previousDueDate: calendarDateSchema,
    reason: z.string(),
  }),
  z.strictObject({ kind: z.literal('link_reissued'), ...vendor, ...due }),
  z.strictObject({
    kind: z.literal('delegated'),
    ...vendor,
    ...due,
    leadName: z.string(),
    message: z.string(),
    itemCount: z.int(),
  }),
  z.strictObject({
    kind: z.literal('question_asked'),
    ...base,
    memberName: z.string(),
    vendorName: z.string(),
    serviceName: z.string(),
    campaignName: z.string(),
    questions,
  }),
  z.strictObject({ kind: z.literal('question_answered'), ...vendor, questions }),
  z.strictObject({ kind: z.literal('withdrawn'), ...vendor }),
  z.strictObject({
    kind: z.literal('colleague_link_requested'),
    ...vendor,
    holderName: z.string(),
    requestedAt: z.date(),
  }),
  z.strictObject({
    kind: z.literal('link_requested'),
    ...base,
    memberName: z.string(),
    vendorName: z.string(),
    serviceName: z.string(),
    campaignName: z.string(),
    holderName: z.string(),
    requestedAt: z.date(),
  }),
  z.strictObject({ kind: z.literal('copy'), ...vendor, ...due, of: z.enum(COPIED_KINDS), leadName: z.string() }),
  z.strictObject({ kind: z.literal('member_invited'), ...base, memberName: z.string() }),
]);

export type MailContent = z.output<typeof mailContentSchema>;
