import { and, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { mail } from '@/db/schema/record';
import { whyLeftOut } from '@/domain/bulk-work';
import { bankDateOf, invitationInstant, isAfterDeadline, noticeDates } from '@/domain/deadline';
import type { LeftOutReason } from '@/domain/left-out';
import { askedOccasion } from '@/domain/mail-rule';
import { command } from '../command';
import { deadInvitations } from '../mails/dead-invitations';
import { liveInvitations } from '../mails/live-invitations';
import { type MailDraft, planMails, wakesFor } from '../mails/plan-mail';
import { assessmentStart } from '../reminders/due-since';
import {
  bulkOutcomeSchema,
  type ChosenAssessment,
  chosenIdsSchema,
  partChosen,
  requireChosen,
} from './chosen-assessments';

/**
 * A reminder now, outside the schedule, to every chosen vendor that still owes answers (after the due date: the notice
 * that it has passed). Like every mail to vendors it leaves on a bank business day from 09:00, and nobody is reminded
 * twice on one day, whether by hand or by the schedule.
 */
export const remindNow = command({
  audience: 'bank',
  action: 'assessments.remindNow',
  input: z.strictObject({ assessmentIds: chosenIdsSchema }),
  output: bulkOutcomeSchema,
  async run({ tx, scope, now }, { assessmentIds }) {
    const { tenantId } = scope;
    const chosen = await requireChosen(tx, assessmentIds);
    const dueAt = invitationInstant(now);
    const day = bankDateOf(dueAt);
    const mails = await lettersOf(tx, assessmentIds);
    const people = await linksOf(tx, chosen, now);
    const dead = await deadInvitations(tx, sql`i.assessment_id in ${assessmentIds}`);
    const { able, left } = partChosen(chosen, (each): LeftOutReason | null => {
      const { assessment, campaign } = each;
      const standing = whyLeftOut({ action: 'remind' }, { ...assessment, campaignState: campaign.state });
      if (standing !== null) return standing;
      const live = people.get(assessment.id) ?? [];
      if (live.length === 0) return 'no-link';
      const letters = mails.get(assessment.id) ?? [];
      const links = letters.filter((row) => live.some((person) => person.id === row.invitationId));
      const failed = links.length > 0 && links.every((row) => row.state === 'failed');
      if (failed || live.every((person) => dead.has(person.id))) return 'undelivered';
      if (!links.some((row) => LEFT.includes(row.state))) return 'not-invited';
      const written = letters.some(
        (row) => row.kind !== 'invitation' && STANDS.includes(row.state) && bankDateOf(row.dueAt) === day,
      );
      return written || isScheduled(each, day) ? 'reminded-that-day' : null;
    });
    const drafts = able.flatMap(({ assessment, campaign }): MailDraft[] => {
      const kind = isAfterDeadline(dueAt, assessment.dueDate, campaign.closingTime) ? 'overdue' : 'reminder';
      return (people.get(assessment.id) ?? [])
        .filter(({ id }) => !dead.has(id))
        .map((person) => ({
          kind,
          campaignId: assessment.campaignId,
          assessmentId: assessment.id,
          invitationId: person.id,
          address: person.address,
          recipientName: person.name,
          language: person.language,
          occasion: askedOccasion(kind, assessment.dueDate, day),
          dueAt,
        }));
    });
    const made = await planMails(tx, { tenantId, now }, drafts);
    const output = { done: able.map((each) => each.assessment.id), left };
    const [first, ...rest] = able.map(({ assessment }) => ({
      kind: 'assessment.reminded' as const,
      campaignId: assessment.campaignId,
      assessmentId: assessment.id,
      objects: [assessment.id, ...made.filter((row) => row.assessmentId === assessment.id).map((row) => row.id)],
      payload: { on: day },
    }));
    return first ? { output, events: [first, ...rest], wake: wakesFor(tenantId, made, now) } : { unchanged: output };
  },
});

const LEFT: readonly string[] = ['sending', 'sent', 'uncertain'];
const STANDS: readonly string[] = ['planned', ...LEFT];

/** The invitations and notices on record, by assessment. */
async function lettersOf(tx: Transaction, assessmentIds: readonly string[]) {
  const rows = await tx
    .select({
      assessmentId: mail.assessmentId,
      invitationId: mail.invitationId,
      kind: mail.kind,
      state: mail.state,
      dueAt: mail.dueAt,
    })
    .from(mail)
    .where(
      and(inArray(mail.assessmentId, [...assessmentIds]), inArray(mail.kind, ['invitation', 'reminder', 'overdue'])),
    );
  return Map.groupBy(rows, (row) => row.assessmentId);
}

async function linksOf(tx: Transaction, chosen: readonly ChosenAssessment[], now: Date) {
  const all: Awaited<ReturnType<typeof liveInvitations>> = new Map();
  for (const campaignId of new Set(chosen.map((each) => each.assessment.campaignId))) {
    for (const [id, people] of await liveInvitations(tx, campaignId, now)) all.set(id, people);
  }
  return all;
}

/** The schedule writes on that day anyway. */
function isScheduled({ assessment, campaign }: ChosenAssessment, day: string): boolean {
  const start = assessmentStart(assessment, campaign);
  return noticeDates(start, assessment.dueDate, campaign.reminderDays, campaign.overdueDays).some(
    (notice) => notice.sendDate === day,
  );
}
