import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { vendorDocument } from '@/db/schema/vendor-register';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';

/** Takes a document away. A command: taking away is recorded. */
export const downloadDocument = command({
  audience: 'bank',
  action: 'vendors.downloadDocument',
  input: z.strictObject({ documentId: z.uuid() }),
  output: z.strictObject({
    fileName: z.string(),
    mediaType: z.string(),
    sha256: z.string(),
    content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  async run({ tx }, { documentId }) {
    const [row] = await tx
      .select({
        vendorId: vendorDocument.vendorId,
        fileName: vendorDocument.fileName,
        mediaType: vendorDocument.mediaType,
        sha256: vendorDocument.sha256,
        content: vendorDocument.content,
      })
      .from(vendorDocument)
      .where(eq(vendorDocument.id, documentId));
    if (!row) throw new Refusal('not-found', {});
    const { vendorId, ...file } = row;
    return {
      output: file,
      events: [{ kind: 'document.downloaded', objects: [documentId, vendorId], payload: { sha256: file.sha256 } }],
    };
  },
});
