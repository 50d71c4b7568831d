import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { formUpload } from '@/db/schema/answering';
import { campaign } from '@/db/schema/campaign';
import { answerContentSchema } from '@/domain/answer';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockAssessment, requireWritable } from '../responses/require-assessment';
import { formItems } from './form-items';

const MEBIBYTE = 1024 * 1024;
export const MAX_FORM_MEGABYTES = 10;

/**
 * Keeps a form that came back, with the answers that were read from it and what each was filled in over. Nothing of it
 * becomes an answer before somebody has seen the comparison and said so. An earlier one that waits gives way to it.
 */
export const uploadForm = command({
  audience: 'respondent',
  action: 'forms.upload',
  input: z.strictObject({
    assessmentId: z.uuid(),
    fileName: freeTextSchema(200).refine((name) => name.trim() !== ''),
    content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    cells: z
      .array(z.strictObject({ itemId: z.uuid(), baseVersion: z.int().min(0), content: answerContentSchema }))
      .max(2000),
  }),
  output: z.strictObject({ uploadId: z.uuid() }),
  async run({ tx, scope, now }, { assessmentId, fileName, content, cells }) {
    const owner = await lockAssessment(tx, assessmentId);
    const { campaignId } = owner;
    const [place] = await tx.select().from(campaign).where(eq(campaign.id, campaignId));
    if (!place) throw new Refusal('not-found', {});
    const items = await formItems(tx, campaignId, assessmentId);
    if (!cells.every(({ itemId }) => items.some((each) => each.itemId === itemId))) throw new Refusal('not-found', {});
    requireWritable(place, owner);
    if (content.byteLength > MAX_FORM_MEGABYTES * MEBIBYTE)
      throw new Refusal('file-too-large', { megabytes: MAX_FORM_MEGABYTES });
    const { tenantId, invitationId, actor } = scope;
    await tx
      .update(formUpload)
      .set({ state: 'discarded', settledAt: now })
      .where(and(eq(formUpload.assessmentId, assessmentId), eq(formUpload.state, 'previewed')));
    const uploadId = newId();
    const sha256 = createHash('sha256').update(content).digest('hex');
    await tx.insert(formUpload).values({
      tenantId,
      id: uploadId,
      campaignId,
      assessmentId,
      invitationId,
      fileName,
      size: content.byteLength,
      sha256,
      content,
      state: 'previewed',
      cells,
      uploadedBy: actor,
      uploadedAt: now,
    });
    return {
      output: { uploadId },
      events: [{ kind: 'form.uploaded', campaignId, assessmentId, objects: [uploadId], payload: { sha256 } }],
    };
  },
});
