import { count, desc, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { bankProfile } from '@/db/schema/bank';
import { campaignTarget } from '@/db/schema/campaign';
import { checklistEdition } from '@/db/schema/checklist';
import { CAMPAIGN_STATES } from '@/domain/campaign-state';
import { type ChecklistEdition, itemIdOf } from '@/domain/checklist';
import { bankDateOf } from '@/domain/deadline';
import { waveSchema, wavesOf } from '@/domain/wave';
import { letterheadOf } from '../mails/letterhead';
import { letterheadSchema } from '../mails/mail-content.schema';
import { query } from '../query';
import { campaignItems } from './campaign-items';
import { requireCampaign } from './require-campaign';

/** A preparation as it stands: what every step of it starts from. The same number of queries whatever the services. */
export const showDraft = query({
  audience: 'bank',
  action: 'campaigns.showDraft',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({
    campaignId: z.uuid(),
    version: z.int(),
    state: z.enum(CAMPAIGN_STATES),
    name: z.string(),
    fiscalYear: z.int(),
    referenceDate: z.string(),
    editionId: z.uuid(),
    /** Published ones; the campaign's own too. */
    editions: z.array(z.strictObject({ id: z.uuid(), title: z.string(), issued: z.string(), items: z.int() })),
    items: z.array(
      z.strictObject({
        id: z.string(),
        number: z.string(),
        category: z.string(),
        objective: z.string(),
        answeredBy: z.enum(['vendor', 'bank', 'both']),
        onlyForApiKinds: z.array(z.string()).nullable(),
        evidenceNeeded: z.boolean(),
        chosen: z.boolean(),
      }),
    ),
    waves: z.array(z.strictObject({ ...waveSchema.shape, targets: z.int() })),
    targets: z.int(),
    reminderDays: z.array(z.int()),
    overdueDays: z.array(z.int()),
    invitationTexts: z.strictObject({ ja: z.string(), en: z.string() }),
    closingTime: z.string(),
    today: z.string(),
    dueBusinessDays: z.int(),
    bank: letterheadSchema,
  }),
  async run({ tx, now }, { campaignId }) {
    const row = await requireCampaign(tx, campaignId);
    const [profile] = await tx.select().from(bankProfile);
    if (!profile) throw new Error('the bank has no profile');
    const published = await tx
      .select()
      .from(checklistEdition)
      .where(isNotNull(checklistEdition.publishedAt))
      .orderBy(desc(checklistEdition.issued), desc(checklistEdition.createdAt));
    const { items, asked } = await campaignItems(tx, row);
    const counts = await tx
      .select({ wave: campaignTarget.wave, targets: count() })
      .from(campaignTarget)
      .where(eq(campaignTarget.campaignId, campaignId))
      .groupBy(campaignTarget.wave);
    const askedIds = new Set(asked.map(itemIdOf));
    return {
      campaignId,
      version: row.version,
      state: row.state,
      name: row.name,
      fiscalYear: row.fiscalYear,
      referenceDate: row.referenceDate,
      editionId: row.editionId,
      editions: published.map((edition) => ({
        id: edition.id,
        title: edition.title,
        issued: edition.issued,
        items: (edition.content as ChecklistEdition).items.length,
      })),
      items: items.map((item) => ({
        id: itemIdOf(item),
        number: item.number,
        category: item.category,
        objective: item.objective,
        answeredBy: item.answeredBy,
        onlyForApiKinds: item.onlyForApiKinds ?? null,
        evidenceNeeded: item.evidenceNeeded ?? false,
        chosen: askedIds.has(itemIdOf(item)),
      })),
      waves: wavesOf(row).map((wave, index) => ({
        ...wave,
        targets: counts.find((each) => each.wave === index + 1)?.targets ?? 0,
      })),
      targets: counts.reduce((sum, each) => sum + each.targets, 0),
      reminderDays: row.reminderDays,
      overdueDays: row.overdueDays,
      invitationTexts: row.invitationTexts,
      closingTime: row.closingTime,
      today: bankDateOf(now),
      dueBusinessDays: profile.defaultDueBusinessDays,
      bank: await letterheadOf(tx),
    };
  },
});
