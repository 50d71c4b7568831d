import { eq } from 'drizzle-orm';
import type { EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { answer, answerRevision } from '@/db/schema/answer';
import type { pinnedItem } from '@/db/schema/campaign';
import type { RespondentScope } from '@/db/scope';
import { type AnswerContent, missingIn, promiseLastDay } from '@/domain/answer';
import { answerDigest } from '@/domain/answer-digest';
import type { AssessmentState } from '@/domain/assessment-state';
import { bankDateOf, isAfterDeadline } from '@/domain/deadline';
import { type OwnLine, ownSitting } from '@/domain/own-line';
import { liveEvidence } from '../evidence/evidence-rows';
import { advanceAnswering } from './advance-answering';
import type { AssessmentRow, CampaignRow } from './require-assessment';
import { requireReturned } from './require-returned';

export interface AnswerChange {
  item: Pick<typeof pinnedItem.$inferSelect, 'id' | 'content'>;
  /** As it stands and was compared with, under the assessment's lock; null: never answered. */
  before: typeof answer.$inferSelect | null;
  content: AnswerContent;
  /** What makes it a line of its own in the history; a line of the person's sitting without it. */
  line?: OwnLine | undefined;
}

export interface KeptChange {
  itemId: string;
  answerId: string;
  revisionId: string;
  version: number;
}

/** What became of the assessment with the changes, and an event for each. */
export interface KeptAnswers {
  kept: KeptChange[];
  /** 期限後. */
  afterDue: boolean;
  state: AssessmentState;
  events: [EventDraft, ...EventDraft[]];
}

/**
 * Writes answers of the vendor, each a new version with its revision, and moves the assessment along: the first one
 * begins the answering, or takes it up after a return. The caller holds the assessment's lock and has seen that each
 * `before` is what the person knew. One change at least, no item twice. People wait for this at every pause in their
 * typing, so its statements are prepared once a connection.
 */
export async function keepAnswers(
  tx: Transaction,
  { scope, now }: { scope: RespondentScope; now: Date },
  { owner, campaign }: { owner: AssessmentRow; campaign: CampaignRow },
  changes: readonly AnswerChange[],
): Promise<KeptAnswers> {
  const { id: assessmentId, campaignId } = owner;
  const itemIds = changes.map(({ item }) => item.id);
  await requireReturned(tx, owner, itemIds, bankDateOf(now));
  const afterDue = isAfterDeadline(now, owner.dueDate, campaign.closingTime);
  const needing = changes.filter(({ item }) => item.content.evidenceNeeded === true).map(({ item }) => item.id);
  const shown = needing.length > 0 ? await liveEvidence(tx, assessmentId, needing) : [];
  const hasEvidence = (itemId: string) => shown.some((each) => each.itemId === itemId);
  const drafts = changes.map((change) => draftOf(change, hasEvidence(change.item.id), scope, now));
  await write(tx, drafts, { scope, now, campaignId, assessmentId, afterDue });
  const gained = drafts.map(({ facts, change }) => Number(facts.complete) - Number(change.before?.complete ?? false));
  const inAll = gained.reduce((sum, each) => sum + each, 0);
  const { state, digests: moved } = await advanceAnswering(tx, { scope, now }, owner, inAll);
  const [first, ...rest] = drafts.map(
    ({ answerId, change, facts, digest }, index): EventDraft => ({
      kind: 'answer.saved',
      campaignId,
      assessmentId,
      objects: [answerId, change.item.id, facts.revisionId],
      payload: {
        digests: { [facts.revisionId]: digest, ...(index === 0 ? moved : {}) },
        version: facts.version,
        afterDue,
      },
    }),
  );
  if (!first) throw new Error('there was no answer to keep');
  const kept = drafts.map(({ answerId, change, facts }) => ({
    itemId: change.item.id,
    answerId,
    revisionId: facts.revisionId,
    version: facts.version,
  }));
  return { kept, afterDue, state, events: [first, ...rest] };
}

type Draft = ReturnType<typeof draftOf>;

function draftOf(change: AnswerChange, hasEvidence: boolean, scope: RespondentScope, now: Date) {
  const { before, content } = change;
  return {
    change,
    digest: answerDigest(content),
    answerId: before?.id ?? newId(),
    facts: {
      content,
      status: content.status,
      complete: missingIn(content, change.item.content, hasEvidence).length === 0,
      promiseLastDay: promiseLastDay(content),
      version: (before?.version ?? 0) + 1,
      revisionId: newId(),
      updatedAt: now,
      by: scope.actor,
    },
  };
}

interface Place {
  scope: RespondentScope;
  now: Date;
  campaignId: string;
  assessmentId: string;
  afterDue: boolean;
}

/** Sent without waiting for each other: the connection keeps their order. */
async function write(tx: Transaction, drafts: readonly Draft[], place: Place): Promise<void> {
  const [only, ...others] = drafts;
  if (only && others.length === 0) {
    await Promise.all([writeCurrent(tx, only, place), writePast(tx, only, place)]);
    return;
  }
  // A whole checklist at once, from a form or from kept answers: its rows go together, statements aside for what stood.
  const begun = drafts.filter(({ change }) => change.before === null).map((draft) => answerRow(draft, place));
  await Promise.all([
    begun.length > 0 ? tx.insert(answer).values(begun) : null,
    ...drafts.filter(({ change }) => change.before !== null).map((draft) => writeCurrent(tx, draft, place)),
    tx.insert(answerRevision).values(drafts.map((draft) => revisionRow(draft, place))),
  ]);
}

async function writeCurrent(tx: Transaction, draft: Draft, place: Place): Promise<void> {
  const { answerId, facts, change } = draft;
  if (change.before) {
    await tx.update(answer).set(facts).where(eq(answer.id, answerId)).prepare('answer_changed').execute();
    return;
  }
  await tx.insert(answer).values(answerRow(draft, place)).prepare('answer_begun').execute();
}

async function writePast(tx: Transaction, draft: Draft, place: Place): Promise<void> {
  await tx.insert(answerRevision).values(revisionRow(draft, place)).prepare('answer_revised').execute();
}

function answerRow({ change, answerId, facts }: Draft, place: Place) {
  return { id: answerId, ...placeOf(change, place), ...facts };
}

function revisionRow({ change, answerId, facts, digest }: Draft, place: Place) {
  const { content, status, version, revisionId } = facts;
  const { afterDue, now, scope } = place;
  return {
    id: revisionId,
    answerId,
    ...placeOf(change, place),
    version,
    content,
    status,
    digest,
    afterDue,
    sitting: change.line === undefined ? scope.sitting : ownSitting(revisionId, change.line),
    at: now,
    by: scope.actor,
  };
}

function placeOf({ item }: AnswerChange, { scope, campaignId, assessmentId }: Place) {
  return { tenantId: scope.tenantId, campaignId, itemId: item.id, slot: 'vendor' as const, assessmentId };
}
