import { requirePermission } from '@/usecases/command';
import { MAX_IMPORT_MEGABYTES, uploadImport } from '@/usecases/imports/upload-import';
import type { RequestContext } from './context';
import { answerUpload } from './file-route';
import { bankScope } from './init';
import { readUpload } from './read-upload';

/** Keeps a posted table (`?kind=checklist` says that it is a checklist)for the worker; the body is read only for who may import. */
export function receiveImport(context: RequestContext, request: Request): Promise<Response> {
  return answerUpload(async () => {
    const scope = await bankScope(context);
    requirePermission(scope, uploadImport.action);
    const kind = new URL(request.url).searchParams.get('kind') === 'checklist' ? 'checklist' : 'vendors';
    const { fileName, bytes } = await readUpload(request, { maxMegabytes: MAX_IMPORT_MEGABYTES });
    return uploadImport(context.outside, scope, { kind, fileName, content: bytes });
  });
}
