import { desc, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { bankProfile } from '@/db/schema/bank';
import { checklistEdition } from '@/db/schema/checklist';
import type { ChecklistEdition } from '@/domain/checklist';
import { bankDateOf, fiscalYearOf, proposeDueDate } from '@/domain/deadline';
import { query } from '../query';

/** What a preparation begins with: published editions, and the bank's usual dates. */
export const prepareCampaign = query({
  audience: 'bank',
  action: 'campaigns.prepare',
  input: z.strictObject({}),
  output: z.strictObject({
    editions: z.array(z.strictObject({ id: z.uuid(), title: z.string(), issued: z.string(), items: z.int() })),
    defaults: z.strictObject({
      fiscalYear: z.int(),
      today: z.string(),
      dueDate: z.string(),
      dueBusinessDays: z.int(),
      closingTime: z.string(),
      reminderDays: z.array(z.int()),
      overdueDays: z.array(z.int()),
    }),
  }),
  async run({ tx, now }) {
    const [profile] = await tx.select().from(bankProfile);
    if (!profile) throw new Error('the bank has no profile');
    const editions = await tx
      .select()
      .from(checklistEdition)
      .where(isNotNull(checklistEdition.publishedAt))
      .orderBy(desc(checklistEdition.issued), desc(checklistEdition.createdAt));
    const today = bankDateOf(now);
    return {
      editions: editions.map((edition) => ({
        id: edition.id,
        title: edition.title,
        issued: edition.issued,
        items: (edition.content as ChecklistEdition).items.length,
      })),
      defaults: {
        fiscalYear: fiscalYearOf(today),
        today,
        dueDate: proposeDueDate(today, profile.defaultDueBusinessDays),
        dueBusinessDays: profile.defaultDueBusinessDays,
        closingTime: profile.closingTime,
        reminderDays: profile.reminderDays,
        overdueDays: profile.overdueDays,
      },
    };
  },
});
