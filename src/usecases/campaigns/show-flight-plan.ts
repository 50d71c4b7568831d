import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { bankProfile } from '@/db/schema/bank';
import { CAMPAIGN_STATES } from '@/domain/campaign-state';
import { isAsked } from '@/domain/checklist';
import { planFlight } from '@/domain/flight-plan';
import { wordsFor } from '@/domain/mail-texts';
import { letterheadOf } from '../mails/letterhead';
import { letterheadSchema } from '../mails/mail-content.schema';
import { query } from '../query';
import { servicesWithLastYear } from '../reviews/earlier-years';
import { campaignItems } from './campaign-items';
import { flightTargets } from './flight-targets';
import { type CampaignRow, requireCampaign } from './require-campaign';

/** The mails that a launch plans. */
const PLANNED_KINDS = ['invitation', 'reminder', 'overdue'] as const;
const PAGE_SIZE = 50;
/** So many of the targets in the way are listed with their remedy; the table shows the rest, in the way first. */
const MAX_LISTED = 20;

const language = z.enum(['ja', 'en']);
const targetSchema = z.strictObject({
  serviceId: z.uuid(),
  vendorId: z.uuid(),
  vendorName: z.string(),
  serviceName: z.string(),
  recipient: z.strictObject({ name: z.string(), address: z.string(), language }).nullable(),
  copies: z.array(z.string()),
  /** Asked of it, by its kinds of API. */
  itemCount: z.int(),
  problem: z.enum(['no-contact', 'bounced', 'archived']).nullable(),
});

/**
 * Who will get which mail when, were the campaign launched now: each wave's mails, a page of one wave's vendors (those
 * in the way first), and everything that blocks the launch. The same number of queries whatever the vendors.
 */
export const showFlightPlan = query({
  audience: 'bank',
  action: 'campaigns.flightPlan',
  input: z.strictObject({
    campaignId: z.uuid(),
    wave: z.int().min(1).max(100).default(1),
    page: z.int().min(1).max(1000).default(1),
  }),
  output: z.strictObject({
    campaignId: z.uuid(),
    version: z.int(),
    name: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    fiscalYear: z.int(),
    referenceDate: z.string(),
    editionTitle: z.string(),
    /** Items asked, of those of the edition. */
    items: z.int(),
    allItems: z.int(),
    dueDate: z.string(),
    closingTime: z.string(),
    now: z.date(),
    waves: z.array(
      z.strictObject({
        number: z.int(),
        sendOn: z.string().nullable(),
        dueDate: z.string(),
        targets: z.int(),
        reachable: z.int(),
        legs: z.array(
          z.strictObject({
            kind: z.enum(PLANNED_KINDS),
            ordinal: z.int(),
            sendAt: z.date(),
            certain: z.boolean(),
          }),
        ),
      }),
    ),
    totals: z.strictObject({ targets: z.int(), certain: z.int(), conditional: z.int() }),
    wave: z.int(),
    page: z.int(),
    pageSize: z.int(),
    targets: z.array(targetSchema),
    blocking: z.array(
      z.strictObject({
        kind: z.enum([
          'no-services',
          'no-items',
          'edition-unpublished',
          'due-date-past',
          'send-date-past',
          'due-before-send',
        ]),
        wave: z.int().nullable(),
      }),
    ),
    /** Targets in the way: how many, and the first of them. */
    blocked: z.strictObject({ total: z.int(), targets: z.array(targetSchema) }),
    single: z.strictObject({ total: z.int(), vendorNames: z.array(z.string()) }),
    /** What the mails are made of, so that each can be read before it goes out. */
    letter: z.strictObject({
      bank: letterheadSchema,
      /** The bank's own words, their placeholders not filled in; '' for the usual ones. */
      words: z.record(z.enum(PLANNED_KINDS), z.strictObject({ ja: z.string(), en: z.string() })),
      /** Of this page: whose vendors have last year's answers to start from. */
      carriedOver: z.array(z.uuid()),
    }),
  }),
  async run({ tx, now }, { campaignId, wave, page }) {
    const row = await requireCampaign(tx, campaignId);
    const targets = await flightTargets(tx, campaignId);
    const { items, asked, published } = await campaignItems(tx, row);
    const plan = planFlight({ ...row, items: asked.length, published, targets }, now);
    const vendorItems = asked.filter((item) => item.answeredBy !== 'bank');
    const lines = plan.targets.map(
      ({ serviceId, vendorId, vendorName, serviceName, recipient, copies, problem, apiKinds }) => ({
        serviceId,
        vendorId,
        vendorName,
        serviceName,
        recipient,
        copies,
        itemCount: vendorItems.filter((item) => isAsked(item, apiKinds)).length,
        problem,
      }),
    );
    const blocked = lines.filter((line) => line.problem !== null);
    const ofWave = lines.filter((_, index) => plan.targets[index]?.wave === wave);
    const ordered = [
      ...ofWave.filter((line) => line.problem !== null),
      ...ofWave.filter((line) => line.problem === null),
    ];
    const shown = ordered.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const singles = plan.targets.filter((target) => target.single && target.problem === null);
    const { version, name, state, fiscalYear, referenceDate, editionTitle, dueDate, closingTime } = row;
    return {
      campaignId,
      version,
      name,
      state,
      fiscalYear,
      referenceDate,
      editionTitle,
      items: asked.length,
      allItems: items.length,
      dueDate,
      closingTime,
      now,
      waves: plan.waves,
      totals: {
        targets: lines.length,
        certain: plan.waves.reduce((sum, each) => sum + each.reachable, 0),
        conditional: plan.waves.reduce((sum, each) => sum + each.reachable * (each.legs.length - 1), 0),
      },
      wave,
      page,
      pageSize: PAGE_SIZE,
      targets: shown,
      blocking: plan.blocking.map((problem) => ({ kind: problem.kind, wave: 'wave' in problem ? problem.wave : null })),
      blocked: { total: blocked.length, targets: blocked.slice(0, MAX_LISTED) },
      single: { total: singles.length, vendorNames: singles.slice(0, MAX_LISTED).map((target) => target.vendorName) },
      letter: await letterOf(
        tx,
        row,
        shown.map((line) => line.serviceId),
      ),
    };
  },
});

async function letterOf(tx: Transaction, row: CampaignRow, serviceIds: readonly string[]) {
  const [profile] = await tx.select({ texts: bankProfile.mailTexts }).from(bankProfile);
  const from = { campaign: row.invitationTexts, bank: profile?.texts ?? {} };
  const wordsOf = (kind: (typeof PLANNED_KINDS)[number]) => ({
    ja: wordsFor(kind, 'ja', from),
    en: wordsFor(kind, 'en', from),
  });
  return {
    bank: await letterheadOf(tx),
    words: { invitation: wordsOf('invitation'), reminder: wordsOf('reminder'), overdue: wordsOf('overdue') },
    carriedOver: [...(await servicesWithLastYear(tx, row, serviceIds))],
  };
}
