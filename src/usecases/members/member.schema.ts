import { z } from 'zod';
import { rolesSchema } from '@/domain/access';
import { calendarDateSchema } from '@/domain/calendar-date';
import { freeTextSchema } from '@/domain/free-text';

/** What an administrator says of a member; the address belongs to the account and is said once, when inviting. */
export const membershipSchema = z.strictObject({
  name: freeTextSchema(100).refine((name) => name.trim() !== ''),
  roles: rolesSchema.transform((roles) => [...new Set(roles)]),
  /** Last day of an auditor's access, in Asia/Tokyo; null for everybody else. */
  auditorUntil: calendarDateSchema.nullable(),
  /** The campaigns that an auditor is named for; empty for everybody else. */
  campaignIds: z
    .array(z.uuid())
    .max(200)
    .transform((ids) => [...new Set(ids)]),
});
