import type { z } from 'zod';
import type { Transaction } from '@/db/client';
import { bankProfile } from '@/db/schema/bank';
import type { letterheadSchema } from './mail-content.schema';

/** How the scope's bank signs its mails. */
export async function letterheadOf(tx: Transaction): Promise<z.output<typeof letterheadSchema>> {
  const [row] = await tx
    .select({
      name: bankProfile.name,
      nameEn: bankProfile.nameEn,
      selfTerm: bankProfile.selfTerm,
      department: bankProfile.department,
      departmentEn: bankProfile.departmentEn,
      telephone: bankProfile.telephone,
      replyAddress: bankProfile.replyAddress,
      businessHours: bankProfile.businessHours,
    })
    .from(bankProfile);
  if (!row) throw new Error('the bank has no profile');
  return row;
}
