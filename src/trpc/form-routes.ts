import { createHash } from 'node:crypto';
import { requirePermission } from '@/usecases/command';
import { readForm } from '@/usecases/forms/read-form';
import { MAX_FORM_MEGABYTES, uploadForm } from '@/usecases/forms/upload-form';
import type { RequestContext } from './context';
import { answerUpload, attachment, refusedAsText } from './file-route';
import { readFormSheet, writeFormSheet } from './form-sheet';
import { respondentScope } from './init';
import { readUpload } from './read-upload';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The form of one assessment as .xlsx. */
export async function sendForm(context: RequestContext, assessmentId: string): Promise<Response> {
  try {
    const form = await readForm(context.outside, await respondentScope(context, { assessmentId }), { assessmentId });
    const { locale } = context;
    const { fileName, content } = await writeFormSheet(form, {
      assessmentId,
      locale,
      now: context.outside.clock.now(),
    });
    const sha256 = createHash('sha256').update(content).digest('hex');
    return attachment({ fileName, mediaType: MEDIA_TYPE, sha256, content });
  } catch (error) {
    return refusedAsText(error);
  }
}

/** A posted form that was filled in: guarded, read in a thread of its own, held against its seal, kept for comparing. */
export function takeFilledForm(context: RequestContext, assessmentId: string, request: Request): Promise<Response> {
  return answerUpload(async () => {
    const scope = await respondentScope(context, { assessmentId });
    requirePermission(scope, uploadForm.action);
    const { fileName, bytes } = await readUpload(request, { maxMegabytes: MAX_FORM_MEGABYTES });
    const { items, editionId } = await readForm(context.outside, scope, { assessmentId });
    const cells = await readFormSheet(bytes, { assessmentId, editionId, items });
    return uploadForm(context.outside, scope, { assessmentId, fileName, content: bytes, cells });
  });
}
