import { z } from 'zod';

/** Every kind of job and its payload: ids only. New fields must be optional, so that old and new workers overlap. */
export const jobSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mail.send'), payload: z.object({ tenantId: z.uuid(), mailId: z.uuid() }) }),
  z.strictObject({ kind: z.literal('code.send'), payload: z.object({ codeId: z.uuid() }) }),
  z.strictObject({
    kind: z.literal('campaign.launch'),
    payload: z.object({ tenantId: z.uuid(), campaignId: z.uuid() }),
  }),
  z.strictObject({
    kind: z.literal('campaign.sweep'),
    payload: z.object({ tenantId: z.uuid(), campaignId: z.uuid() }),
  }),
  z.strictObject({ kind: z.literal('export.make'), payload: z.object({ tenantId: z.uuid(), exportId: z.uuid() }) }),
  z.strictObject({ kind: z.literal('import.work'), payload: z.object({ tenantId: z.uuid(), importId: z.uuid() }) }),
  z.strictObject({ kind: z.literal('organisation.mail'), payload: z.object({ joiningId: z.uuid() }) }),
  z.strictObject({ kind: z.literal('sweep'), payload: z.object({}) }),
  z.strictObject({ kind: z.literal('files.sweep'), payload: z.object({}) }),
]);

export type Job = z.output<typeof jobSchema>;
export type JobKind = Job['kind'];

/** The job's subject, without a colon (BullMQ refuses it). */
export function subjectOf(job: Job): string {
  return [job.kind, ...Object.values(job.payload)].join('_');
}
