import { requirePermission } from '@/usecases/command';
import { MAX_IMPORT_MEGABYTES, uploadImport } from '@/usecases/imports/upload-import';
import type { RequestContext } from './context';
import { answerUpload } from './file-route';
import { bankScope } from './init';
import { readUpload } from './read-upload';

/** Keeps a posted table for the worker to read; the body is read only for who may import. */
export function receiveImport(context: RequestContext, request: Request): Promise<Response> {
  return answerUpload(async () => {
    const scope = await bankScope(context);
    requirePermission(scope, uploadImport.action);
    const { fileName, bytes } = await readUpload(request, { maxMegabytes: MAX_IMPORT_MEGABYTES });
    return uploadImport(context.outside, scope, { kind: 'vendors', fileName, content: bytes });
  });
}
