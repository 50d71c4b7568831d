import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { campaign } from '@/db/schema/campaign';
import { mayDo } from '@/domain/access';
import { CAMPAIGN_STATES } from '@/domain/campaign-state';
import { checklistEditionSchema, itemIdOf } from '@/domain/checklist';
import { diffEditions, PRINTED_PARTS } from '@/domain/edition-diff';
import { editionProblems } from '@/domain/edition-problems';
import { query } from '../query';
import { problemSchema } from './edition.schema';
import { editionMap } from './edition-counterparts';
import { requireEdition } from './require-edition';
import { settledItems } from './write-draft';

/** One edition whole. Every item carries its id. */
export const showEdition = query({
  audience: 'bank',
  action: 'checklists.show',
  input: z.strictObject({ editionId: z.uuid() }),
  output: z.strictObject({
    id: z.uuid(),
    version: z.int(),
    /** Null: a draft. */
    publishedAt: z.date().nullable(),
    content: checklistEditionSchema,
    problems: z.array(problemSchema),
    /** What it was copied from, and which of its items the bank added or whose printed text it changed since. */
    derivedFrom: z
      .strictObject({ id: z.uuid(), title: z.string(), added: z.array(z.string()), changed: z.array(z.string()) })
      .nullable(),
    campaigns: z.array(z.strictObject({ id: z.uuid(), name: z.string(), state: z.enum(CAMPAIGN_STATES) })),
    may: z.strictObject({ edit: z.boolean(), publish: z.boolean(), copy: z.boolean() }),
  }),
  async run({ tx, scope }, { editionId }) {
    const { row, edition } = await requireEdition(tx, editionId);
    const campaigns = await tx
      .select({ id: campaign.id, name: campaign.name, state: campaign.state })
      .from(campaign)
      .where(eq(campaign.editionId, editionId))
      .orderBy(desc(campaign.fiscalYear), desc(campaign.createdAt));
    const draft = row.publishedAt === null;
    return {
      id: row.id,
      version: row.version,
      publishedAt: row.publishedAt,
      content: { ...edition, items: settledItems(edition.items) },
      problems: draft ? editionProblems(edition) : [],
      derivedFrom: row.derivedFromId === null ? null : await sinceCopied(tx, row.derivedFromId, editionId),
      campaigns,
      may: {
        edit: draft && mayDo('bank', scope.roles, 'checklists.save'),
        publish: draft && mayDo('bank', scope.roles, 'checklists.publish'),
        copy: !draft && mayDo('bank', scope.roles, 'checklists.copy'),
      },
    };
  },
});

async function sinceCopied(tx: Parameters<typeof requireEdition>[0], fromEditionId: string, toEditionId: string) {
  const { row, edition } = await requireEdition(tx, fromEditionId);
  const map = await editionMap(tx, fromEditionId, toEditionId);
  const { changed } = diffEditions(map, edition.items);
  const printed: ReadonlySet<string> = new Set(PRINTED_PARTS);
  return {
    id: row.id,
    title: row.title,
    added: map.unresolved.to.map(itemIdOf),
    changed: changed
      .filter((each) => each.changes.some((change) => printed.has(change.part)))
      .map((each) => each.to.itemId),
  };
}
