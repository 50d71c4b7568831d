import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { Refusal } from '@/domain/refusal';
import { importLineSchema, LINE_STATES, lineCountsSchema } from '@/domain/vendor-import-line';
import { query } from '../query';
import { importHeadSchema, requireImport } from './import-rows';

const PAGE_SIZE = 50;

/** One import: how far it is, and a page of what it would do, row by row. Null lines: it has not been read yet. */
export const showImport = query({
  audience: 'bank',
  action: 'imports.show',
  input: z.strictObject({
    importId: z.uuid(),
    show: z.enum(['all', ...LINE_STATES]),
    page: z.int().min(1).max(10_000),
  }),
  output: importHeadSchema.extend({
    preview: z
      .strictObject({
        counts: lineCountsSchema,
        unknownHeads: z.array(z.string()),
        lines: z.array(importLineSchema),
        /** Rows of the chosen state. */
        total: z.int(),
        pageSize: z.int(),
      })
      .nullable(),
  }),
  async run({ tx }, { importId, show, page }) {
    const head = await requireImport(tx, importId);
    if (head.kind !== 'vendors') throw new Refusal('not-found', {});
    const [found] = await tx.execute<{ counts: unknown; unknownHeads: unknown; lines: unknown; total: number }>(sql`
      select f.preview -> 'counts' as counts, f.preview #> '{table,unknownHeads}' as "unknownHeads",
        (select count(*)::int from jsonb_array_elements(f.preview -> 'lines') line
          where ${show} = 'all' or line ->> 'status' = ${show}) as total,
        (select coalesce(jsonb_agg(chosen.line order by chosen.place), '[]') from (
          select line, place from jsonb_array_elements(f.preview -> 'lines') with ordinality each (line, place)
          where ${show} = 'all' or line ->> 'status' = ${show}
          order by place limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}) chosen) as lines
      from tenant.file_import f where f.id = ${importId} and f.preview is not null`);
    if (!found) return { ...head, preview: null };
    return { ...head, preview: { ...shownSchema.parse(found), pageSize: PAGE_SIZE } };
  },
});

const shownSchema = z.object({
  counts: lineCountsSchema,
  unknownHeads: z.array(z.string()),
  lines: z.array(importLineSchema),
  total: z.int(),
});
