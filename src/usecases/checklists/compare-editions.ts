import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { editionMapping } from '@/db/schema/checklist';
import { mayDo } from '@/domain/access';
import { itemIdOf } from '@/domain/checklist';
import { diffEditions, ITEM_PARTS } from '@/domain/edition-diff';
import { PAIR_GROUNDS } from '@/domain/edition-map';
import { query } from '../query';
import { editionMap } from './edition-counterparts';
import { requireEdition } from './require-edition';

const nameSchema = z.strictObject({
  itemId: z.string(),
  number: z.string(),
  category: z.string(),
  objective: z.string(),
});
const sideSchema = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  publishedAt: z.date().nullable(),
  items: z.array(nameSchema),
});

/** Two editions side by side: what differs, and which item of the later one asks what the earlier one asked. */
export const compareEditions = query({
  audience: 'bank',
  action: 'checklists.compare',
  input: z.strictObject({ fromEditionId: z.uuid(), toEditionId: z.uuid() }),
  output: z.strictObject({
    from: sideSchema,
    to: sideSchema,
    diff: z.strictObject({
      added: z.array(nameSchema),
      removed: z.array(nameSchema),
      changed: z.array(
        z.strictObject({
          from: nameSchema,
          to: nameSchema,
          by: z.enum(PAIR_GROUNDS),
          changes: z.array(z.strictObject({ part: z.enum(ITEM_PARTS), before: z.string(), after: z.string() })),
          moved: z.boolean(),
          renumbered: z.boolean(),
        }),
      ),
      unchanged: z.int(),
    }),
    map: z.strictObject({
      pairs: z.array(z.strictObject({ fromItemId: z.string(), toItemId: z.string(), by: z.enum(PAIR_GROUNDS) })),
      /** What somebody set, whether it holds or its item is gone since. */
      hand: z.array(z.strictObject({ mappingId: z.uuid(), fromItemId: z.string(), toItemId: z.string().nullable() })),
      unresolvedFrom: z.array(z.string()),
      unresolvedTo: z.array(z.string()),
    }),
    mayMap: z.boolean(),
  }),
  async run({ tx, scope }, { fromEditionId, toEditionId }) {
    const from = await requireEdition(tx, fromEditionId);
    const to = await requireEdition(tx, toEditionId);
    const map = await editionMap(tx, fromEditionId, toEditionId);
    const hand = await tx
      .select({
        mappingId: editionMapping.id,
        fromItemId: editionMapping.fromItemId,
        toItemId: editionMapping.toItemId,
      })
      .from(editionMapping)
      .where(and(eq(editionMapping.fromEditionId, fromEditionId), eq(editionMapping.toEditionId, toEditionId)));
    const sideOf = ({ row, edition }: typeof from) => ({
      id: row.id,
      title: row.title,
      publishedAt: row.publishedAt,
      items: edition.items.map((item) => ({
        itemId: itemIdOf(item),
        number: item.number,
        category: item.category,
        objective: item.objective,
      })),
    });
    return {
      from: sideOf(from),
      to: sideOf(to),
      diff: diffEditions(map, from.edition.items),
      map: {
        pairs: map.pairs.map((pair) => ({ fromItemId: itemIdOf(pair.from), toItemId: itemIdOf(pair.to), by: pair.by })),
        hand,
        unresolvedFrom: map.unresolved.from.map(itemIdOf),
        unresolvedTo: map.unresolved.to.map(itemIdOf),
      },
      mayMap: mayDo('bank', scope.roles, 'checklists.saveMapping'),
    };
  },
});
