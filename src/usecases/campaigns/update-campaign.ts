import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { recordRevisions } from '@/db/revisions';
import { campaign, campaignTarget } from '@/db/schema/campaign';
import { calendarDateSchema } from '@/domain/calendar-date';
import { checklistEditionSchema, itemIdOf } from '@/domain/checklist';
import { waveProblems } from '@/domain/flight-plan';
import { freeTextSchema } from '@/domain/free-text';
import { MAX_MAIL_TEXT_LENGTH, unknownPlaceholder } from '@/domain/mail-texts';
import { Refusal } from '@/domain/refusal';
import { lastDueDate, MAX_WAVES, type Wave, waveSchema } from '@/domain/wave';
import { requireEdition } from '../checklists/require-edition';
import { command } from '../command';
import { campaignNameSchema, fiscalYearSchema, noticeDaysSchema } from './create-campaign';
import { type CampaignRow, requireCampaign } from './require-campaign';
import { requireDraftCampaign } from './require-draft-campaign';

const textSchema = freeTextSchema(MAX_MAIL_TEXT_LENGTH);

/** What a step of the preparation may change; what is left out stays. */
const changesSchema = z.strictObject({
  name: campaignNameSchema.optional(),
  fiscalYear: fiscalYearSchema.optional(),
  referenceDate: calendarDateSchema.optional(),
  editionId: z.uuid().optional(),
  /** Ids within the edition; null: all of its items. */
  chosenItemIds: z.array(z.string().max(100)).max(1000).nullable().optional(),
  waves: z.array(waveSchema).min(1).max(MAX_WAVES).optional(),
  reminderDays: noticeDaysSchema.optional(),
  overdueDays: noticeDaysSchema.optional(),
  invitationTexts: z.strictObject({ ja: textSchema, en: textSchema }).optional(),
});

/**
 * One step of a campaign's preparation, saved. `version` is the one that the step began with: of two people who prepare
 * at once the second is refused (`stale-record`). Another edition asks all of its items until they are chosen again; a
 * wave that falls away leaves its targets to the last one.
 */
export const updateCampaign = command({
  audience: 'bank',
  action: 'campaigns.update',
  input: z.strictObject({ campaignId: z.uuid(), version: z.int().min(1), changes: changesSchema }),
  output: z.strictObject({ version: z.int() }),
  async run({ tx, scope, now }, { campaignId, version, changes }) {
    await requireCampaign(tx, campaignId);
    const edition = changes.editionId === undefined ? null : await requireEdition(tx, changes.editionId);
    const row = await requireDraftCampaign(tx, campaignId, version);
    for (const text of [changes.invitationTexts?.ja ?? '', changes.invitationTexts?.en ?? '']) {
      const wrong = unknownPlaceholder(text);
      if (wrong !== null) throw new Refusal('mail-text-placeholder', { name: wrong });
    }
    if (edition !== null && edition.row.publishedAt === null) throw new Refusal('edition-unpublished', {});
    if (changes.waves) refuseWaves(changes.waves, now);
    const set: Partial<typeof campaign.$inferInsert> = {
      ...definedOf(changes),
      ...(changes.name !== undefined && { name: changes.name.trim() }),
      ...(changes.waves && { dueDate: lastDueDate(changes.waves) }),
      ...(edition !== null &&
        edition.row.id !== row.editionId && { editionTitle: edition.row.title, chosenItemIds: null }),
      ...(changes.chosenItemIds && { chosenItemIds: await chosenOf(tx, changes, row) }),
    };
    const [changed] = await tx
      .update(campaign)
      .set({ ...set, version: row.version + 1 })
      .where(eq(campaign.id, campaignId))
      .returning();
    if (!changed) throw new Refusal('not-found', {});
    if (changes.waves) await gatherTargets(tx, campaignId, changes.waves.length);
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'campaign', row: changed, campaignId },
    ]);
    return {
      output: { version: changed.version },
      events: [
        { kind: 'campaign.changed', campaignId, objects: [campaignId], payload: { digests, fields: Object.keys(set) } },
      ],
    };
  },
});

type Changes = z.output<typeof changesSchema>;

/** Without the fields that were left out: the database would take them for null. */
function definedOf(changes: Changes): Partial<typeof campaign.$inferInsert> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

function refuseWaves(waves: readonly Wave[], now: Date): void {
  for (const [index, wave] of waves.entries()) {
    const [problem] = waveProblems({ ...wave, number: index + 1 }, now);
    if (problem) throw new Refusal(problem.kind, 'wave' in problem ? { wave: problem.wave } : {});
  }
}

/** In the edition's order, each once; null when all are chosen, so that nothing is listed twice. */
async function chosenOf(tx: Transaction, changes: Changes, row: CampaignRow): Promise<string[] | null> {
  const { edition } = await requireEdition(tx, changes.editionId ?? row.editionId);
  const all = checklistEditionSchema.parse(edition).items.map(itemIdOf);
  const wanted = new Set(changes.chosenItemIds);
  const chosen = all.filter((id) => wanted.has(id));
  if (chosen.length !== wanted.size) throw new Refusal('not-found', {});
  return chosen.length === all.length ? null : chosen;
}

async function gatherTargets(tx: Transaction, campaignId: string, waves: number): Promise<void> {
  await tx
    .update(campaignTarget)
    .set({ wave: waves })
    .where(and(eq(campaignTarget.campaignId, campaignId), gt(campaignTarget.wave, waves)));
}
