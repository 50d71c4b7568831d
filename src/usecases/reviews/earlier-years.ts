import { and, desc, eq, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { answerRevision } from '@/db/schema/answer';
import { assessment, campaign, pinnedItem } from '@/db/schema/campaign';
import { commitment, round, roundItem, verdict } from '@/db/schema/review';
import type { Actor } from '@/domain/actor';
import type { AnswerContent } from '@/domain/answer';
import type { Verdict } from '@/domain/gap';
import type { PromisedDate } from '@/domain/promised-date';
import type { CampaignRow } from '../campaigns/require-campaign';

/** One item as an approved assessment of an earlier campaign left it. */
export interface EarlierItem {
  /** The item's own id in its edition. */
  itemId: string;
  contentHash: string;
  /** 通番 as printed then. */
  number: string;
  content: AnswerContent;
  /** The revision that was approved, by whom it was written and when. */
  revisionId: string;
  by: Actor;
  at: Date;
  verdict: Verdict | null;
  /** In no round of that assessment did anybody judge it singly. */
  takenTogether: boolean;
  promise: { measure: string; person: string; promised: PromisedDate } | null;
}

export interface EarlierYear {
  assessmentId: string;
  campaignId: string;
  campaignName: string;
  fiscalYear: number;
  editionId: string;
  roundNumber: number;
  items: EarlierItem[];
}

/** Last year's, and the one before that: what a delta looks at. */
const YEARS = 2;

type Moment = Pick<CampaignRow, 'id' | 'referenceDate' | 'createdAt'>;

function campaignsBefore({ id, referenceDate, createdAt }: Moment): SQL | undefined {
  return or(
    lt(campaign.referenceDate, referenceDate),
    and(
      eq(campaign.referenceDate, referenceDate),
      or(lt(campaign.createdAt, createdAt), and(eq(campaign.createdAt, createdAt), lt(campaign.id, id))),
    ),
  );
}

/** Those of the services whose vendor has last year's approved answers to start from. One query. */
export async function servicesWithLastYear(
  tx: Transaction,
  of: Moment,
  serviceIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectDistinct({ serviceId: assessment.serviceId })
    .from(assessment)
    .innerJoin(campaign, eq(campaign.id, assessment.campaignId))
    .innerJoin(round, and(eq(round.assessmentId, assessment.id), eq(round.state, 'approved')))
    .where(and(inArray(assessment.serviceId, [...serviceIds]), eq(assessment.state, 'approved'), campaignsBefore(of)));
  return new Set(rows.map((row) => row.serviceId));
}

/**
 * The latest approved assessments of the same service in campaigns before this one, newest first, two at most, however
 * many campaigns lie between. Two queries whatever the history.
 */
export async function earlierYears(
  tx: Transaction,
  of: { serviceId: string; campaign: Moment },
): Promise<EarlierYear[]> {
  const years = await tx
    .select({
      assessmentId: assessment.id,
      campaignId: campaign.id,
      campaignName: campaign.name,
      fiscalYear: campaign.fiscalYear,
      editionId: campaign.editionId,
      roundId: round.id,
      roundNumber: round.number,
    })
    .from(campaign)
    .innerJoin(assessment, and(eq(assessment.campaignId, campaign.id), eq(assessment.serviceId, of.serviceId)))
    .innerJoin(round, and(eq(round.assessmentId, assessment.id), eq(round.state, 'approved')))
    .where(and(eq(assessment.state, 'approved'), campaignsBefore(of.campaign)))
    .orderBy(desc(campaign.referenceDate), desc(campaign.createdAt), desc(campaign.id))
    .limit(YEARS);
  const roundIds = years.map((year) => year.roundId);
  const judgedSingly = tx
    .select({
      assessmentId: verdict.assessmentId,
      itemId: verdict.itemId,
      together: sql<boolean>`bool_and(${verdict.takenTogether})`.as('together'),
    })
    .from(verdict)
    .where(
      and(
        inArray(
          verdict.assessmentId,
          years.map((year) => year.assessmentId),
        ),
        isNotNull(verdict.value),
      ),
    )
    .groupBy(verdict.assessmentId, verdict.itemId)
    .as('judged_singly');
  const rows = await tx
    .select({
      roundId: roundItem.roundId,
      itemId: sql<string>`coalesce(${pinnedItem.content} ->> 'id', ${pinnedItem.number})`,
      contentHash: pinnedItem.contentHash,
      number: pinnedItem.number,
      content: answerRevision.content,
      revisionId: answerRevision.id,
      by: answerRevision.by,
      at: answerRevision.at,
      verdict: verdict.value,
      together: judgedSingly.together,
      measure: commitment.measure,
      person: commitment.person,
      promised: commitment.promised,
    })
    .from(roundItem)
    // Named on either side of each join: else the planner reads the items and promises of every year there ever was.
    .innerJoin(
      pinnedItem,
      and(
        eq(pinnedItem.id, roundItem.itemId),
        inArray(
          pinnedItem.campaignId,
          years.map((year) => year.campaignId),
        ),
      ),
    )
    .innerJoin(answerRevision, eq(answerRevision.id, roundItem.revisionId))
    .leftJoin(
      verdict,
      and(
        eq(verdict.roundId, roundItem.roundId),
        eq(verdict.itemId, roundItem.itemId),
        inArray(verdict.roundId, roundIds),
      ),
    )
    .leftJoin(
      judgedSingly,
      and(eq(judgedSingly.assessmentId, roundItem.assessmentId), eq(judgedSingly.itemId, roundItem.itemId)),
    )
    .leftJoin(
      commitment,
      and(
        eq(commitment.roundId, roundItem.roundId),
        eq(commitment.itemId, roundItem.itemId),
        inArray(commitment.roundId, roundIds),
      ),
    )
    .where(and(inArray(roundItem.roundId, roundIds), eq(roundItem.slot, 'vendor')))
    .orderBy(pinnedItem.position);
  return years.map(({ roundId, ...year }) => ({
    ...year,
    items: rows
      .filter((row) => row.roundId === roundId)
      .map(({ roundId: _roundId, verdict: value, together, measure, person, promised, ...earlier }) => ({
        ...earlier,
        verdict: value,
        takenTogether: together ?? false,
        promise: promiseOf({ measure, person, promised }),
      })),
  }));
}

function promiseOf(row: {
  measure: string | null;
  person: string | null;
  promised: PromisedDate | null;
}): EarlierItem['promise'] {
  return row.promised === null
    ? null
    : { measure: row.measure ?? '', person: row.person ?? '', promised: row.promised };
}
