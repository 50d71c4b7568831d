import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { vendorDocument } from '@/db/schema/vendor-register';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { documentRow } from './document-row';

/** Puts a document away, or takes it back (`archived` false). It stays readable either way. */
export const archiveDocument = command({
  audience: 'bank',
  action: 'vendors.archiveDocument',
  input: z.strictObject({ documentId: z.uuid(), archived: z.boolean() }),
  output: z.strictObject({}),
  async run({ tx, scope, now }, { documentId, archived }) {
    const [held] = await tx
      .select({ archivedAt: vendorDocument.archivedAt })
      .from(vendorDocument)
      .where(eq(vendorDocument.id, documentId))
      .for('update');
    if (!held) throw new Refusal('not-found', {});
    if ((held.archivedAt !== null) === archived) return { unchanged: {} };
    const [row] = await tx
      .update(vendorDocument)
      .set({ archivedAt: archived ? now : null })
      .where(eq(vendorDocument.id, documentId))
      .returning(documentRow);
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'document', row }]);
    return {
      output: {},
      events: [
        {
          kind: archived ? 'document.archived' : 'document.restored',
          objects: [documentId, row.vendorId],
          payload: { digests },
        },
      ],
    };
  },
});
