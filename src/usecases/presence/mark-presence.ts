import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';

/** As long as a page that asks every quarter of a minute may miss two turns. */
const PRESENT_MS = 40_000;

/**
 * 「開いています」: says that the reader has an item open, and who else has which one. Presence is a courtesy and no part
 * of any record: the rows are overwritten and fade, so it takes no number in the chain, waits for nobody's save and
 * answers `unchanged`, which of the record is true. One statement: it also clears away who has left. A row that policy
 * hides by now, of an item taken back, is left to fade.
 */
export const markPresence = command({
  audience: 'respondent',
  action: 'presence.here',
  input: z.strictObject({ assessmentId: z.uuid(), itemId: z.uuid() }),
  output: z.strictObject({ others: z.array(z.strictObject({ itemId: z.uuid(), name: z.string() })) }),
  async run({ tx, scope, now }, { assessmentId, itemId }) {
    const { tenantId, sitting, actor } = scope;
    const at = now.toISOString();
    const since = new Date(now.getTime() - PRESENT_MS).toISOString();
    const [row] = await tx.execute<{ known: boolean; others: { itemId: string; name: string }[] }>(sql`
      with item as (
        select i.id from tenant.pinned_item i
        join tenant.assessment a on a.id = ${assessmentId} and a.campaign_id = i.campaign_id
        where i.id = ${itemId} and i.answered_by <> 'bank'
      ), gone as (
        delete from tenant.presence where id in (
          select id from tenant.presence
          where assessment_id = ${assessmentId} and sitting <> ${sitting} and seen_at <= ${since}::timestamptz
          for update skip locked)
      ), moved as (
        update tenant.presence p set item_id = item.id, name = ${actor.name}, seen_at = ${at}::timestamptz from item
        where p.assessment_id = ${assessmentId} and p.sitting = ${sitting} returning p.id
      ), come as (
        insert into tenant.presence (tenant_id, id, assessment_id, item_id, sitting, name, seen_at)
        select ${tenantId}::uuid, gen_random_uuid(), ${assessmentId}::uuid, item.id, ${sitting}::uuid, ${actor.name},
          ${at}::timestamptz
        from item where not exists (select 1 from moved)
        on conflict do nothing
      )
      select exists (select 1 from item) as known, coalesce((
        select jsonb_agg(jsonb_build_object('itemId', p.item_id, 'name', p.name) order by p.name, p.sitting)
        from tenant.presence p
        where p.assessment_id = ${assessmentId} and p.sitting <> ${sitting} and p.seen_at > ${since}::timestamptz
      ), '[]') as others`);
    if (!row?.known) throw new Refusal('not-found', {});
    return { unchanged: { others: row.others } };
  },
});
