import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { fileImport } from '@/db/schema/file-import';
import { canonicalJson, type Json } from '@/domain/canonical-json';
import { planVendorImport } from '@/domain/vendor-import';
import { countLines } from '@/domain/vendor-import-line';
import { command } from '../command';
import { passLinksOn } from '../invitations/pass-link-on';
import { lockImport, vendorPreviewSchema } from './import-rows';
import { standingVendors } from './standing-vendors';
import { writeVendors } from './write-vendors';

/**
 * Writes a confirmed import, all of it in this transaction. Where the register has changed so that the file would do
 * anything else than was shown, nothing is written and the new preview waits for another word. Links pass on to contacts
 * with another address.
 */
export const applyVendors = command({
  audience: 'system',
  action: 'system.applyImport',
  input: z.strictObject({ importId: z.uuid() }),
  output: z.strictObject({ applied: z.boolean() }),
  async run({ tx, scope, now, linkHash }, { importId }) {
    // Two imports at once would both find a vendor missing and make it twice.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`vendors:${scope.tenantId}`}, 0))`);
    const row = await lockImport(tx, importId);
    if (row.state !== 'confirmed') return { unchanged: { applied: row.state === 'applied' } };
    const preview = vendorPreviewSchema.parse(row.preview);
    await tx.execute(sql`select 1 from tenant.vendor order by id for update`);
    const plan = planVendorImport(preview.table.rows, await standingVendors(tx));
    if (canonicalJson(plan.lines as unknown as Json) !== canonicalJson(preview.lines as unknown as Json)) {
      const counts = countLines(plan.lines);
      await tx
        .update(fileImport)
        .set({
          state: 'previewed',
          preview: { ...preview, lines: plan.lines, counts },
          failure: 'import-changed',
          failureParams: {},
          confirmedBy: null,
          confirmedAt: null,
          version: row.version + 1,
        })
        .where(eq(fileImport.id, importId));
      return {
        output: { applied: false },
        events: [{ kind: 'import.previewed', objects: [importId], payload: { counts } }],
      };
    }
    const place = { tenantId: scope.tenantId, now, by: row.confirmedBy ?? row.requestedBy };
    const { written, readdressed } = await writeVendors(tx, place, plan.writes);
    const passed = await passLinksOn(
      tx,
      { ...place, linkHash },
      readdressed.map(({ id, name, address, language }) => ({
        from: id,
        to: { contactId: id, name, address, language },
      })),
    );
    await tx
      .update(fileImport)
      .set({ state: 'applied', appliedAt: now, doneRows: preview.lines.length, version: row.version + 1 })
      .where(eq(fileImport.id, importId));
    const by = place.by.kind === 'member' ? place.by.id : '';
    return {
      output: { applied: true },
      events: [
        {
          kind: 'import.applied',
          objects: [importId],
          payload: { counts: preview.counts, sha256: row.sha256, confirmedBy: by },
        },
        ...written.map(({ vendorId, digests }) => ({
          kind: 'vendor.imported' as const,
          objects: [vendorId, importId],
          payload: { digests, confirmedBy: by },
        })),
        ...passed.events,
      ],
      wake: passed.wake,
    };
  },
});
