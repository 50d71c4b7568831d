import { desc, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { campaign } from '@/db/schema/campaign';
import { checklistEdition } from '@/db/schema/checklist';
import { mayDo } from '@/domain/access';
import { CAMPAIGN_STATES } from '@/domain/campaign-state';
import { query } from '../query';

const PAGE_SIZE = 30;

/** The bank's editions, drafts first and then the newest, with the campaigns that use each. */
export const listEditions = query({
  audience: 'bank',
  action: 'checklists.list',
  input: z.strictObject({ page: z.int().min(1).max(10_000) }),
  output: z.strictObject({
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
    editions: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        publisher: z.string(),
        issued: z.string(),
        itemCount: z.int(),
        /** Null: a draft. */
        publishedAt: z.date().nullable(),
        createdAt: z.date(),
        version: z.int(),
        derivedFromId: z.uuid().nullable(),
        derivedFromTitle: z.string().nullable(),
        campaigns: z.array(z.strictObject({ id: z.uuid(), name: z.string(), state: z.enum(CAMPAIGN_STATES) })),
      }),
    ),
    may: z.strictObject({ edit: z.boolean(), publish: z.boolean() }),
  }),
  async run({ tx, scope }, { page }) {
    const { id, title, publisher, issued, publishedAt, createdAt, version, derivedFromId } = checklistEdition;
    const rows = await tx
      .select({
        id,
        title,
        publisher,
        issued,
        publishedAt,
        createdAt,
        version,
        derivedFromId,
        itemCount: sql<number>`jsonb_array_length(${checklistEdition.content} -> 'items')`,
        derivedFromTitle: sql<string | null>`(select s.title from tenant.checklist_edition s
          where s.id = tenant.checklist_edition.derived_from_id)`,
      })
      .from(checklistEdition)
      .orderBy(sql`${publishedAt} desc nulls first`, desc(createdAt), desc(id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const total = await tx.$count(checklistEdition);
    const used = await tx
      .select({ id: campaign.id, name: campaign.name, state: campaign.state, editionId: campaign.editionId })
      .from(campaign)
      .where(
        inArray(
          campaign.editionId,
          rows.map((row) => row.id),
        ),
      )
      .orderBy(desc(campaign.fiscalYear), desc(campaign.createdAt));
    return {
      page,
      pageSize: PAGE_SIZE,
      total,
      editions: rows.map((row) => ({
        ...row,
        campaigns: used
          .filter((each) => each.editionId === row.id)
          .map((each) => ({ id: each.id, name: each.name, state: each.state })),
      })),
      may: {
        edit: mayDo('bank', scope.roles, 'checklists.save'),
        publish: mayDo('bank', scope.roles, 'checklists.publish'),
      },
    };
  },
});
