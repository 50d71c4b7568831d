import { z } from 'zod';
import { addressSchema } from '@/domain/address';
import { freeTextSchema } from '@/domain/free-text';
import { mailTextsSchema } from '@/domain/mail-texts';
import { SELF_TERMS } from '@/domain/self-term';

const named = (max: number) => freeTextSchema(max).refine((text) => text.trim() !== '');
const line = (max: number) => freeTextSchema(max).refine((text) => !text.includes('\n'));
const days = z
  .array(z.int().min(1).max(60))
  .max(6)
  .transform((typed) => [...new Set(typed)]);

/** Everything of the profile that an administrator sets on the settings page, the logo apart. */
export const settingsSchema = z.strictObject({
  name: named(100).pipe(line(100)),
  nameEn: line(100),
  selfTerm: z.enum(SELF_TERMS),
  department: line(100),
  departmentEn: line(100),
  telephone: line(40),
  /** Reply-To of every mail. */
  replyAddress: addressSchema,
  businessHours: line(200),
  /** HH:MM in Asia/Tokyo. */
  closingTime: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  idleMinutes: z.int().min(5).max(240),
  defaultDueBusinessDays: z.int().min(1).max(120),
  reminderDays: days,
  overdueDays: days,
  retentionYears: z.int().min(1).max(30),
  /** Best first; empty where the bank gives no grades. */
  grades: z
    .array(
      line(20)
        .transform((grade) => grade.trim())
        .refine((grade) => grade !== ''),
    )
    .max(8),
  mailTexts: mailTextsSchema,
});
