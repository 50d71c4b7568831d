import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { rowChanges } from '@/domain/row-changes';

const MAX_CHANGES = 50;
const NOUNS = ['vendor', 'service', 'contact', 'chain_link', 'document'] as const;

export const vendorChangeSchema = z.strictObject({
  id: z.uuid(),
  noun: z.enum(NOUNS),
  /** What the changed thing is called. */
  name: z.string(),
  /** `recorded`: the earliest state on record, of something that was there before the record began. */
  act: z.enum(['added', 'recorded', 'changed', 'removed']),
  at: z.date(),
  /** Null for the product itself. */
  by: z.string().nullable(),
  fields: z.array(z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});

const rowSchema = z.object({
  id: z.uuid(),
  noun: z.enum(NOUNS),
  at: z.coerce.date(),
  by: z.object({ name: z.string().optional() }),
  snapshot: z.record(z.string(), z.unknown()),
  before: z.record(z.string(), z.unknown()).nullable(),
  total: z.int(),
});

/** What was changed about a vendor and all that belongs to it, the newest first: who, when, which fields. */
export async function vendorChanges(tx: Transaction, vendorId: string) {
  const rows = await tx.execute(sql`
    select id, noun, at, by, snapshot, before, (count(*) over ())::int as total from (
      select r.id, r.noun, r.at, r.by, r.snapshot,
        lag(r.snapshot) over (partition by r.noun, r.row_id order by r.at, r.id) as before
      from tenant.revision r
      where r.noun = 'vendor' and r.row_id = ${vendorId}
        or r.noun in ('service', 'contact', 'chain_link', 'document') and r.snapshot ->> 'vendorId' = ${vendorId}
    ) changed order by at desc, id desc limit ${MAX_CHANGES}`);
  const read = rows.map((row) => rowSchema.parse(row));
  return {
    total: read[0]?.total ?? 0,
    rows: read.map(({ id, noun, at, by, snapshot, before }) => ({
      id,
      noun,
      name: nameOf(snapshot),
      act: actOf(snapshot, before),
      at,
      by: by.name ?? null,
      fields: Object.hasOwn(snapshot, 'removedAt') ? [] : rowChanges(before, snapshot),
    })),
  };
}

function nameOf(snapshot: Readonly<Record<string, unknown>>): string {
  const name = snapshot.name ?? snapshot.title;
  return typeof name === 'string' ? name : '';
}

function actOf(
  snapshot: Readonly<Record<string, unknown>>,
  before: unknown,
): 'added' | 'recorded' | 'changed' | 'removed' {
  if (Object.hasOwn(snapshot, 'removedAt')) return 'removed';
  if (before !== null) return 'changed';
  return typeof snapshot.version === 'number' && snapshot.version > 1 ? 'recorded' : 'added';
}
