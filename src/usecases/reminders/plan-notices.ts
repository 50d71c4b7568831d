import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { assessment } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import {
  bankDateOf,
  decideNotices,
  instantAt,
  invitationInstant,
  type PlannedNotice,
  SEND_TIME,
} from '@/domain/deadline';
import { noticeOccasion, readNoticeOccasion, vendorOwes } from '@/domain/mail-rule';
import { type AssessmentRow, requireCampaign } from '../campaigns/require-campaign';
import { command } from '../command';
import { deadInvitations } from '../mails/dead-invitations';
import { liveInvitations } from '../mails/live-invitations';
import { type MailDraft, planMails, wakesFor } from '../mails/plan-mail';
import { lastDueDateChanges } from './due-date-changes';
import { assessmentStart, dueSince } from './due-since';

type NoticeRow = Pick<typeof mail.$inferSelect, 'id' | 'assessmentId' | 'occasion' | 'state'>;

/**
 * Puts the reminders and notices on record that are due now, derived from the rows alone: two sweeps at once plan each
 * once. A planned one that no longer holds is cancelled, and nothing is sent where the address takes no mail. Plans
 * nothing unless the campaign is 実施中.
 */
export const planNotices = command({
  audience: 'system',
  action: 'system.planNotices',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({ planned: z.int(), skipped: z.int(), cancelled: z.int() }),
  async run({ tx, scope, now }, { campaignId }) {
    const { tenantId } = scope;
    const row = await requireCampaign(tx, campaignId);
    if (row.state !== 'running' || row.launchedAt === null) {
      return { unchanged: { planned: 0, skipped: 0, cancelled: 0 } };
    }
    const assessments = await tx.select().from(assessment).where(eq(assessment.campaignId, campaignId));
    const changes = await lastDueDateChanges(tx, campaignId);
    const notices = await noticesOf(tx, campaignId);
    const invited = await liveInvitations(tx, campaignId, now);
    const dead = await deadInvitations(tx, sql`i.campaign_id = ${campaignId}`);
    const known = Map.groupBy(notices, (notice) => notice.assessmentId);

    const drafts: MailDraft[] = [];
    for (const each of assessments) {
      const since = dueSince(assessmentStart(each, row), changes.get(each.id));
      const recorded = new Set<string>();
      for (const { occasion } of known.get(each.id) ?? []) {
        const read = readNoticeOccasion(occasion);
        if (read?.dueDate === each.dueDate && read.since === since) recorded.add(read.key);
      }
      const decision = decideNotices(
        {
          state: each.state,
          launchDate: since,
          dueDate: each.dueDate,
          reminderDays: row.reminderDays,
          overdueDays: row.overdueDays,
          recorded,
        },
        now,
      );
      const due = decision.send === null ? decision.skipped : [...decision.skipped, decision.send];
      for (const notice of due) {
        for (const person of invited.get(each.id) ?? []) {
          drafts.push({
            kind: notice.kind,
            campaignId,
            assessmentId: each.id,
            invitationId: person.id,
            address: person.address,
            recipientName: person.name,
            language: person.language,
            occasion: noticeOccasion(notice, each.dueDate, since),
            dueAt: sendingTime(notice, now),
            state: notice === decision.send && !dead.has(person.id) ? 'planned' : 'skipped',
          });
        }
      }
    }
    const cancelled = await cancel(tx, outdated(notices, assessments));
    const made = await planMails(tx, { tenantId, now }, drafts);
    const planned = made.filter((each) => each.state === 'planned').length;
    const output = { planned, skipped: made.length - planned, cancelled: cancelled.length };
    if (made.length + cancelled.length === 0) return { unchanged: output };
    return {
      output,
      events: [
        {
          kind: 'notices.planned',
          campaignId,
          objects: [campaignId, ...made.map((each) => each.id), ...cancelled],
          payload: output,
        },
      ],
      wake: wakesFor(tenantId, made, now),
    };
  },
});

/** 09:00 on its day; one that a resting worker missed leaves like an invitation, on the next bank business day. */
function sendingTime(notice: PlannedNotice, now: Date): Date {
  return bankDateOf(now) === notice.sendDate ? instantAt(notice.sendDate, SEND_TIME) : invitationInstant(now);
}

function noticesOf(tx: Transaction, campaignId: string): Promise<NoticeRow[]> {
  return tx
    .select({ id: mail.id, assessmentId: mail.assessmentId, occasion: mail.occasion, state: mail.state })
    .from(mail)
    .where(and(eq(mail.campaignId, campaignId), inArray(mail.kind, ['reminder', 'overdue'])));
}

/** Planned notices of a due date that has moved, or to somebody who owes nothing any more. */
function outdated(notices: readonly NoticeRow[], assessments: readonly AssessmentRow[]): string[] {
  const standing = new Map(assessments.map((each) => [each.id, each]));
  return notices.flatMap((notice) => {
    const about = standing.get(notice.assessmentId ?? '');
    const holds =
      about !== undefined && vendorOwes(about.state) && readNoticeOccasion(notice.occasion)?.dueDate === about.dueDate;
    return notice.state === 'planned' && !holds ? [notice.id] : [];
  });
}

async function cancel(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .update(mail)
    .set({ state: 'cancelled' })
    .where(and(inArray(mail.id, [...ids]), eq(mail.state, 'planned')))
    .returning({ id: mail.id });
  return rows.map((row) => row.id);
}
