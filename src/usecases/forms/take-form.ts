import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { EventDraft } from '@/db/audit-log';
import { answer } from '@/db/schema/answer';
import { formUpload } from '@/db/schema/answering';
import { campaign } from '@/db/schema/campaign';
import { answerContentSchema, sameContent } from '@/domain/answer';
import { bankDateOf } from '@/domain/deadline';
import { FORM_FIELDS, mergeForm } from '@/domain/form-merge';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { keepAnswers } from '../responses/keep-answers';
import { lockAssessment, requireWritable } from '../responses/require-assessment';
import { formItems } from './form-items';
import { formLines, openLines } from './form-lines';

/**
 * Takes a form in that came back, as it was compared: cells that only the file changed are written, cells that only
 * somebody here changed stand, and each cell that both changed or the file emptied takes the chosen side. Every compared item names the
 * version that the person saw. Refuses `form-overtaken` when some moved since, `form-choice-missing`, naming 通番, and
 * `form-settled` for a form that was taken or discarded. All or nothing, but
 * what a return that stands doesn't ask for stays as it is.
 */
export const takeForm = command({
  audience: 'respondent',
  action: 'forms.take',
  input: z.strictObject({
    assessmentId: z.uuid(),
    uploadId: z.uuid(),
    items: z
      .array(
        z.strictObject({
          itemId: z.uuid(),
          version: z.int().min(0),
          choices: z.partialRecord(z.enum(FORM_FIELDS), z.enum(['file', 'now'])),
        }),
      )
      .max(2000),
  }),
  output: z.strictObject({ written: z.int() }),
  async run({ tx, scope, now }, { assessmentId, uploadId, items: seen }) {
    const owner = await lockAssessment(tx, assessmentId);
    const { campaignId } = owner;
    const [place] = await tx.select().from(campaign).where(eq(campaign.id, campaignId));
    const [upload] = await tx
      .select()
      .from(formUpload)
      .where(and(eq(formUpload.id, uploadId), eq(formUpload.assessmentId, assessmentId)));
    const items = await formItems(tx, campaignId, assessmentId);
    if (!place || !upload || !seen.every(({ itemId }) => items.some((each) => each.itemId === itemId)))
      throw new Refusal('not-found', {});
    if (upload.state !== 'previewed') throw new Refusal('form-settled', {});
    requireWritable(place, owner);
    const { lines } = await openLines(tx, owner, await formLines(tx, upload, items), bankDateOf(now));
    const seenOf = new Map(seen.map((each) => [each.itemId, each]));
    const moved = lines.filter(({ itemId, version }) => seenOf.get(itemId)?.version !== version);
    if (moved.length > 0)
      throw new Refusal('form-overtaken', { numbers: moved.map(({ number }) => number).join('、') });
    const merged = lines.map((line) => ({
      line,
      content: mergeForm(line.base, line.file, line.content, seenOf.get(line.itemId)?.choices ?? {}),
    }));
    const open = merged.filter(({ content }) => content === null).map(({ line }) => line.number);
    if (open.length > 0) throw new Refusal('form-choice-missing', { numbers: open.join('、') });
    const ids = lines.map(({ itemId }) => itemId);
    const standing =
      ids.length === 0
        ? []
        : await tx
            .select()
            .from(answer)
            .where(and(inArray(answer.itemId, ids), eq(answer.slot, 'vendor'), eq(answer.assessmentId, assessmentId)));
    const changes = merged.flatMap(({ line, content }) =>
      content === null || sameContent(content, line.content)
        ? []
        : [
            {
              item: { id: line.itemId, content: line.item },
              before: standing.find((each) => each.itemId === line.itemId) ?? null,
              content: answerContentSchema.parse(content),
              line: 'form' as const,
            },
          ],
    );
    const written =
      changes.length > 0 ? await keepAnswers(tx, { scope, now }, { owner, campaign: place }, changes) : null;
    await tx
      .update(formUpload)
      .set({ state: 'taken', settledAt: now, version: upload.version + 1 })
      .where(eq(formUpload.id, uploadId));
    const taken: EventDraft = {
      kind: 'form.taken',
      campaignId,
      assessmentId,
      objects: [uploadId, ...(written?.kept.map(({ revisionId }) => revisionId) ?? [])],
      payload: { sha256: upload.sha256 },
    };
    return { output: { written: changes.length }, events: written ? [...written.events, taken] : [taken] };
  },
});
