import { asc, desc, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { bankProfile, service, vendor, vendorContact } from '@/db/schema/bank';
import { checklistEdition } from '@/db/schema/checklist';
import type { ChecklistEdition } from '@/domain/checklist';
import { bankDateOf, fiscalYearOf, proposeDueDate } from '@/domain/deadline';
import { query } from '../query';

/** What the preparation page starts from: editions, services with their contacts, and the bank's usual dates. */
export const prepareCampaign = query({
  audience: 'bank',
  action: 'campaigns.prepare',
  input: z.strictObject({}),
  output: z.strictObject({
    editions: z.array(z.strictObject({ id: z.uuid(), title: z.string(), issued: z.string(), items: z.int() })),
    services: z.array(
      z.strictObject({
        id: z.uuid(),
        vendorId: z.uuid(),
        vendorName: z.string(),
        name: z.string(),
        apiKinds: z.array(z.string()),
        criticality: z.enum(['high', 'medium', 'low']),
        contacts: z.int(),
        hasPrimary: z.boolean(),
      }),
    ),
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
    const editions = await tx.select().from(checklistEdition).orderBy(desc(checklistEdition.issued));
    const vendors = await tx.select().from(vendor).where(isNull(vendor.archivedAt)).orderBy(asc(vendor.kana));
    const services = await tx.select().from(service);
    const contacts = await tx.select().from(vendorContact);
    const today = bankDateOf(now);
    return {
      editions: editions.map((edition) => ({
        id: edition.id,
        title: edition.title,
        issued: edition.issued,
        items: (edition.content as ChecklistEdition).items.length,
      })),
      services: vendors.flatMap((each) => {
        const people = contacts.filter((contact) => contact.vendorId === each.id);
        return services
          .filter((row) => row.vendorId === each.id)
          .map((row) => ({
            id: row.id,
            vendorId: each.id,
            vendorName: each.name,
            name: row.name,
            apiKinds: row.apiKinds,
            criticality: row.criticality,
            contacts: people.length,
            hasPrimary: people.some((contact) => contact.kind === 'primary'),
          }));
      }),
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
