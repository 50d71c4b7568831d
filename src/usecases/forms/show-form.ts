import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { formUpload } from '@/db/schema/answering';
import { assessment } from '@/db/schema/campaign';
import { answerContentSchema } from '@/domain/answer';
import { bankDateOf } from '@/domain/deadline';
import { FIELD_FATES, FORM_FIELDS } from '@/domain/form-merge';
import { Refusal } from '@/domain/refusal';
import { liveEvidence } from '../evidence/evidence-rows';
import { query } from '../query';
import { formItems } from './form-items';
import { formLines, openLines } from './form-lines';

const fieldSchema = z.enum(FORM_FIELDS);
/** Without the file itself, which nobody needs for a list. */
const HEAD = {
  id: formUpload.id,
  fileName: formUpload.fileName,
  uploadedAt: formUpload.uploadedAt,
  state: formUpload.state,
  sha256: formUpload.sha256,
  assessmentId: formUpload.assessmentId,
  cells: formUpload.cells,
};

/** The forms that the person sent back, newest first, and the comparison of the one that waits; null where none does. */
export const showForm = query({
  audience: 'respondent',
  action: 'forms.show',
  input: z.strictObject({ assessmentId: z.uuid() }),
  output: z.strictObject({
    waiting: z
      .strictObject({
        uploadId: z.uuid(),
        fileName: z.string(),
        uploadedAt: z.date(),
        /** How many items the file holds. */
        read: z.int(),
        /** 通番 that the file would change and a return doesn't ask for: they stay as they are. */
        passedOver: z.array(z.string()),
        lines: z.array(
          z.strictObject({
            itemId: z.uuid(),
            number: z.string(),
            objective: z.string(),
            /** Of the answer as it stands; taking the form names it. */
            version: z.int(),
            base: answerContentSchema,
            file: answerContentSchema,
            now: answerContentSchema,
            /** What a complete answer to it needs beyond its texts, and whether a file is there. */
            asked: z.strictObject({
              namedData: z.array(z.string()).optional(),
              evidenceNeeded: z.boolean().optional(),
            }),
            hasEvidence: z.boolean(),
            fields: z.array(z.strictObject({ field: fieldSchema, fate: z.enum(FIELD_FATES) })),
          }),
        ),
      })
      .nullable(),
    earlier: z.array(
      z.strictObject({
        uploadId: z.uuid(),
        fileName: z.string(),
        uploadedAt: z.date(),
        state: z.enum(['taken', 'discarded']),
        /** SHA-256, hex. */
        sha256: z.string(),
      }),
    ),
  }),
  async run({ tx, now }, { assessmentId }) {
    const [owner] = await tx.select().from(assessment).where(eq(assessment.id, assessmentId));
    if (!owner) throw new Refusal('not-found', {});
    const uploads = await tx
      .select(HEAD)
      .from(formUpload)
      .where(eq(formUpload.assessmentId, assessmentId))
      .orderBy(desc(formUpload.uploadedAt))
      .limit(20);
    const waiting = uploads.find(({ state }) => state === 'previewed');
    const compared = waiting ? await formLines(tx, waiting, await formItems(tx, owner.campaignId, assessmentId)) : [];
    const { lines, passedOver } = await openLines(tx, owner, compared, bankDateOf(now));
    const needing = lines.filter(({ item }) => item.evidenceNeeded === true).map(({ itemId }) => itemId);
    const shown = needing.length > 0 ? await liveEvidence(tx, assessmentId, needing) : [];
    return {
      waiting: waiting
        ? {
            uploadId: waiting.id,
            fileName: waiting.fileName,
            uploadedAt: waiting.uploadedAt,
            read: waiting.cells.length,
            passedOver,
            lines: lines.map(({ itemId, number, item, version, base, file, content, fields }) => ({
              itemId,
              number,
              objective: item.objective,
              version,
              base,
              file,
              now: content,
              asked: { namedData: item.namedData, evidenceNeeded: item.evidenceNeeded },
              hasEvidence: shown.some((each) => each.itemId === itemId),
              fields,
            })),
          }
        : null,
      earlier: uploads.flatMap(({ id, fileName, uploadedAt, state, sha256 }) =>
        state === 'previewed' ? [] : [{ uploadId: id, fileName, uploadedAt, state, sha256 }],
      ),
    };
  },
});
