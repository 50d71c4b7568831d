import { and, asc, count, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { service, vendor } from '@/db/schema/bank';
import { assessment, pinnedItem } from '@/db/schema/campaign';
import { roundEvidence } from '@/db/schema/evidence';
import { round } from '@/db/schema/review';
import { command } from '../command';
import { evidenceFactsSchema } from '../evidence/evidence.schema';
import { roundEvidenceOf } from '../evidence/round-evidence';
import { requireNamedCampaign } from './require-named-campaign';

const PAGE_SIZE = 50;

/** What the submissions of a named campaign hold: a line a file, round and item. Looking is recorded. */
export const listAuditEvidence = command({
  audience: 'auditor',
  action: 'audit.evidence',
  input: z.strictObject({ campaignId: z.uuid(), page: z.int().min(1).max(100_000) }),
  output: z.strictObject({
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
    files: z.array(
      evidenceFactsSchema.extend({
        id: z.uuid(),
        vendorName: z.string(),
        serviceName: z.string(),
        roundNumber: z.int(),
        /** 通番 as printed. */
        number: z.string(),
      }),
    ),
  }),
  async run({ tx }, { campaignId, page }) {
    await requireNamedCampaign(tx, campaignId);
    const counted = and(eq(roundEvidence.campaignId, campaignId), ne(round.state, 'taken_back'));
    const lines = await tx
      .select({
        id: roundEvidence.id,
        roundId: roundEvidence.roundId,
        itemId: roundEvidence.itemId,
        evidenceId: roundEvidence.evidenceId,
        vendorName: vendor.name,
        serviceName: service.name,
        roundNumber: round.number,
        number: pinnedItem.number,
      })
      .from(roundEvidence)
      .innerJoin(round, eq(round.id, roundEvidence.roundId))
      .innerJoin(assessment, eq(assessment.id, roundEvidence.assessmentId))
      .innerJoin(vendor, eq(vendor.id, assessment.vendorId))
      .innerJoin(service, eq(service.id, assessment.serviceId))
      .innerJoin(pinnedItem, eq(pinnedItem.id, roundEvidence.itemId))
      .where(counted)
      .orderBy(asc(vendor.kana), asc(assessment.id), asc(round.number), asc(pinnedItem.position), asc(roundEvidence.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const [total] = await tx
      .select({ lines: count() })
      .from(roundEvidence)
      .innerJoin(round, eq(round.id, roundEvidence.roundId))
      .where(counted);
    const held = await roundEvidenceOf(tx, [...new Set(lines.map((line) => line.roundId))]);
    return {
      output: {
        page,
        pageSize: PAGE_SIZE,
        total: total?.lines ?? 0,
        files: lines.flatMap(({ id, roundId, itemId, evidenceId, ...line }) => {
          const found = held.find(
            (each) => each.roundId === roundId && each.itemId === itemId && each.file.evidenceId === evidenceId,
          );
          return found ? [{ ...found.file, id, ...line }] : [];
        }),
      },
      events: [{ kind: 'audit.evidence-seen', campaignId, objects: [campaignId], payload: { page } }],
    };
  },
});
