import { MAX_DOCUMENT_MEGABYTES } from '@/domain/document-type';
import { requirePermission } from '@/usecases/command';
import { addDocument } from '@/usecases/vendors/add-document';
import { downloadDocument } from '@/usecases/vendors/download-document';
import type { DOCUMENT_KINDS } from '@/usecases/vendors/vendor.schema';
import type { RequestContext } from './context';
import { answerUpload, attachment, refusedAsText } from './file-route';
import { bankScope } from './init';
import { readUpload } from './read-upload';

/** A vendor's document as a download. */
export async function sendDocument(context: RequestContext, documentId: string): Promise<Response> {
  try {
    return attachment(await downloadDocument(context.outside, await bankScope(context), { documentId }));
  } catch (error) {
    return refusedAsText(error);
  }
}

/** A posted form with a document of a vendor. Who may not add one is told before the body is read. */
export function takeDocument(context: RequestContext, vendorId: string, request: Request): Promise<Response> {
  return answerUpload(async () => {
    const scope = await bankScope(context);
    requirePermission(scope, addDocument.action);
    const { fileName, bytes, fields } = await readUpload(request, { maxMegabytes: MAX_DOCUMENT_MEGABYTES });
    return addDocument(context.outside, scope, {
      vendorId,
      title: fields.title ?? '',
      // The use case's schema refuses any other word.
      kind: (fields.kind ?? '') as (typeof DOCUMENT_KINDS)[number],
      validFrom: fields.validFrom || null,
      validTo: fields.validTo || null,
      fileName,
      content: bytes,
    });
  });
}
