import { createHash } from 'node:crypto';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { vendorDocument } from '@/db/schema/vendor-register';
import { documentTypeOf, MAX_DOCUMENT_MEGABYTES } from '@/domain/document-type';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { documentRow } from './document-row';
import { lockVendor } from './require-vendor';
import { documentFactsSchema } from './vendor.schema';

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** Keeps a paper about a vendor, as it was sent. Only what its name and its content both say it is. */
export const addDocument = command({
  audience: 'bank',
  action: 'vendors.addDocument',
  input: documentFactsSchema.extend({
    vendorId: z.uuid(),
    fileName: freeTextSchema(255).refine((name) => name !== ''),
    content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  output: z.strictObject({ documentId: z.uuid(), sha256: z.string() }),
  async run({ tx, scope, now }, { vendorId, content, fileName, ...facts }) {
    await lockVendor(tx, vendorId);
    if (content.byteLength === 0) throw new Refusal('upload-missing', {});
    if (content.byteLength > MAX_DOCUMENT_MEGABYTES * BYTES_PER_MEGABYTE) {
      throw new Refusal('upload-too-large', { megabytes: MAX_DOCUMENT_MEGABYTES });
    }
    const mediaType = documentTypeOf(fileName, content);
    if (mediaType === null) throw new Refusal('document-kind-refused', {});
    const sha256 = createHash('sha256').update(content).digest('hex');
    const [row] = await tx
      .insert(vendorDocument)
      .values({
        tenantId: scope.tenantId,
        id: newId(),
        vendorId,
        ...facts,
        fileName,
        mediaType,
        size: content.byteLength,
        sha256,
        content,
        addedBy: scope.actor,
        addedAt: now,
      })
      .returning(documentRow);
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'document', row }]);
    return {
      output: { documentId: row.id, sha256 },
      events: [{ kind: 'document.added', objects: [row.id, vendorId], payload: { sha256, digests } }],
    };
  },
});
