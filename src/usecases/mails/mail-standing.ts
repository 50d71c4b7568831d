import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { vendorContact } from '@/db/schema/bank';
import { invitation } from '@/db/schema/campaign';
import { linkRequest } from '@/db/schema/delegation';
import { revision } from '@/db/schema/record';
import { round } from '@/db/schema/review';
import { decideNotices, noticeKey } from '@/domain/deadline';
import {
  askedByHand,
  type decideMail,
  type NoticeOccasion,
  type PlannedMail,
  readNoticeOccasion,
} from '@/domain/mail-rule';
import {
  type AssessmentRow,
  type CampaignRow,
  requireAssessment,
  requireCampaign,
} from '../campaigns/require-campaign';
import { deadInvitations } from './dead-invitations';
import { earlierInvitations } from './earlier-invitations';
import { questionsOf } from './questions-of';
import type { AssessmentMailRow } from './require-mail';

/** What the decision on a mail rests on, read now. */
export async function mailStanding(
  tx: Transaction,
  row: AssessmentMailRow,
  now: Date,
): Promise<Parameters<typeof decideMail>> {
  const about = await requireAssessment(tx, row.assessmentId);
  const of = await requireCampaign(tx, row.campaignId);
  const planned = async (): Promise<PlannedMail> => {
    switch (row.kind) {
      case 'invitation':
        return { kind: row.kind, reissued: (await earlierInvitations(tx, row)).length > 0 };
      case 'withdrawn':
      case 'delegated':
      case 'copy':
        return { kind: row.kind };
      case 'reminder':
      case 'overdue': {
        const occasion = readNoticeOccasion(row.occasion);
        return { kind: row.kind, occasion, replaced: occasion !== null && isReplaced(occasion, of, about, now) };
      }
      case 'due_date_changed':
        return { kind: row.kind, dueDate: await dueDateOf(tx, row.occasion) };
      case 'link_requested':
        return { kind: row.kind, waiting: await isWaiting(tx, row.occasion) };
      case 'question_asked':
      case 'question_answered':
        return { kind: row.kind, standing: (await questionsOf(tx, row)).length };
      case 'member_invited':
        throw new Error('a mail about a membership has no assessment');
      default:
        return { kind: row.kind, round: await roundState(tx, row.roundId) };
    }
  };
  return [
    await planned(),
    {
      campaign: of.state,
      assessment: about.state,
      dueDate: about.dueDate,
      linkRevoked: row.invitationId !== null && (await isRevoked(tx, row.invitationId)),
      addressDead: await isDead(tx, row, about),
    },
  ];
}

/** The time of a later notice has come, whether or not that one is on record yet. */
function isReplaced(occasion: NoticeOccasion, campaign: CampaignRow, about: AssessmentRow, now: Date): boolean {
  if (askedByHand(occasion)) return false;
  const { send: newest } = decideNotices(
    {
      state: about.state,
      launchDate: occasion.since,
      dueDate: about.dueDate,
      reminderDays: campaign.reminderDays,
      overdueDays: campaign.overdueDays,
      recorded: new Set(),
    },
    now,
  );
  return newest !== null && noticeKey(newest) !== occasion.key;
}

async function isDead(tx: Transaction, row: AssessmentMailRow, about: AssessmentRow): Promise<boolean> {
  if (row.invitationId !== null) return (await deadInvitations(tx, sql`i.id = ${row.invitationId}`)).size > 0;
  const bounced = and(
    eq(vendorContact.vendorId, about.vendorId),
    eq(vendorContact.address, row.address),
    isNotNull(vendorContact.bouncedAt),
  );
  return (await tx.$count(vendorContact, bounced)) > 0;
}

async function isRevoked(tx: Transaction, invitationId: string): Promise<boolean> {
  const [row] = await tx
    .select({ revokedAt: invitation.revokedAt })
    .from(invitation)
    .where(eq(invitation.id, invitationId));
  return row === undefined || row.revokedAt !== null;
}

async function isWaiting(tx: Transaction, requestId: string): Promise<boolean> {
  const [row] = await tx
    .select({ settledAt: linkRequest.settledAt })
    .from(linkRequest)
    .where(eq(linkRequest.id, requestId));
  return row?.settledAt === null;
}

async function roundState(tx: Transaction, roundId: string | null) {
  if (roundId === null) return null;
  const [row] = await tx.select({ state: round.state }).from(round).where(eq(round.id, roundId));
  return row?.state ?? null;
}

async function dueDateOf(tx: Transaction, revisionId: string): Promise<string | null> {
  const [row] = await tx.select({ snapshot: revision.snapshot }).from(revision).where(eq(revision.id, revisionId));
  return typeof row?.snapshot.dueDate === 'string' ? row.snapshot.dueDate : null;
}
