import { z } from 'zod';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';

/** Six digits, with the blanks and full-width digits that people paste. */
export const codeSchema = z
  .string()
  .max(40)
  .transform((typed) => typed.normalize('NFKC').replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));

export const linkTokenSchema = z.string().max(200);

/** Who answered from the address the last time, to be confirmed or put right; null: nobody yet. */
export const introductionSchema = z.strictObject({ name: z.string(), department: z.string() }).nullable();

export const doneSchema = z.strictObject({ done: z.literal(true) });

export const assessmentLineSchema = z.strictObject({
  assessmentId: z.uuid(),
  bankName: z.string(),
  bankNameEn: z.string(),
  campaignName: z.string(),
  fiscalYear: z.int(),
  vendorName: z.string(),
  serviceName: z.string(),
  dueDate: z.string(),
  closingTime: z.string(),
  state: z.enum(ASSESSMENT_STATES),
  itemCount: z.int(),
  answeredCount: z.int(),
});

export const invitationSchema = z.strictObject({
  bankName: z.string(),
  bankNameEn: z.string(),
  department: z.string(),
  departmentEn: z.string(),
  telephone: z.string(),
  replyAddress: z.string(),
  businessHours: z.string(),
  vendorName: z.string(),
  serviceName: z.string(),
  campaignName: z.string(),
  fiscalYear: z.int(),
  editionTitle: z.string(),
  referenceDate: z.string(),
  dueDate: z.string(),
  closingTime: z.string(),
  itemCount: z.int(),
  answeredCount: z.int(),
  state: z.string(),
  maskedAddress: z.string(),
  assessmentId: z.uuid(),
});
