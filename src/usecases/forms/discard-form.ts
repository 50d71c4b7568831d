import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { formUpload } from '@/db/schema/answering';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockAssessment } from '../responses/require-assessment';

/** Puts a form away that came back and waits; no answer changes. Refuses `form-settled` for one that waits no more. */
export const discardForm = command({
  audience: 'respondent',
  action: 'forms.discard',
  input: z.strictObject({ assessmentId: z.uuid(), uploadId: z.uuid() }),
  output: z.strictObject({ uploadId: z.uuid() }),
  async run({ tx, now }, { assessmentId, uploadId }) {
    const owner = await lockAssessment(tx, assessmentId);
    const [upload] = await tx
      .select({ state: formUpload.state, version: formUpload.version })
      .from(formUpload)
      .where(and(eq(formUpload.id, uploadId), eq(formUpload.assessmentId, assessmentId)));
    if (!upload) throw new Refusal('not-found', {});
    if (upload.state !== 'previewed') throw new Refusal('form-settled', {});
    await tx
      .update(formUpload)
      .set({ state: 'discarded', settledAt: now, version: upload.version + 1 })
      .where(eq(formUpload.id, uploadId));
    return {
      output: { uploadId },
      events: [
        { kind: 'form.discarded', campaignId: owner.campaignId, assessmentId, objects: [uploadId], payload: {} },
      ],
    };
  },
});
