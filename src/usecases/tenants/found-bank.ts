import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { member, service, vendor, vendorContact } from '@/db/schema/bank';
import { checklistEdition } from '@/db/schema/checklist';
import { rolesSchema } from '@/domain/access';
import { builtInEditions } from '@/domain/checklist';
import { command } from '../command';

const contactSchema = z.strictObject({
  name: z.string(),
  department: z.string(),
  address: z.string(),
  language: z.enum(['ja', 'en']),
  kind: z.enum(['primary', 'deputy', 'copy']),
});

const vendorSchema = z.strictObject({
  name: z.string(),
  kana: z.string(),
  corporateNumber: z.string().nullable(),
  services: z.array(
    z.strictObject({
      name: z.string(),
      apiKinds: z.array(z.enum(['reference', 'update'])),
      criticality: z.enum(['high', 'medium', 'low']),
      contractDate: z.string().nullable(),
    }),
  ),
  contacts: z.array(contactSchema),
});

/** Fills a bank that the host has just made: the built-in editions, its first members, and vendors if any. */
export const foundBank = command({
  audience: 'system',
  action: 'system.founding',
  input: z.strictObject({
    members: z.array(
      z.strictObject({
        userId: z.uuid(),
        name: z.string(),
        roles: rolesSchema,
        auditorUntil: z.string().nullable(),
      }),
    ),
    vendors: z.array(vendorSchema),
  }),
  output: z.strictObject({
    memberIds: z.array(z.uuid()),
    serviceIds: z.array(z.uuid()),
    editionIds: z.array(z.uuid()),
  }),
  async run({ tx, scope, now }, input) {
    const { tenantId } = scope;
    const by = scope.actor;
    const editions = builtInEditions().map((edition) => ({
      tenantId,
      id: newId(),
      sourceId: edition.id,
      title: edition.title,
      publisher: edition.publisher,
      issued: edition.issued,
      content: edition,
      publishedAt: now,
      createdAt: now,
    }));
    await tx.insert(checklistEdition).values(editions);
    const members = await tx
      .insert(member)
      .values(input.members.map((each) => ({ tenantId, id: newId(), ...each, createdAt: now })))
      .returning();
    const serviceIds: string[] = [];
    const contacts = [];
    for (const { services, contacts: people, ...facts } of input.vendors) {
      const vendorId = newId();
      await tx.insert(vendor).values({ tenantId, id: vendorId, ...facts, createdAt: now });
      const rows = services.map((each) => ({ tenantId, id: newId(), vendorId, ...each }));
      serviceIds.push(...rows.map((row) => row.id));
      await tx.insert(service).values(rows);
      if (people.length > 0) {
        const inserted = await tx
          .insert(vendorContact)
          .values(people.map((each) => ({ tenantId, id: newId(), vendorId, ...each })))
          .returning();
        contacts.push(...inserted);
      }
    }
    const digests = await recordRevisions(tx, { now, by }, [
      ...members.map((row) => ({ noun: 'member' as const, row })),
      ...contacts.map((row) => ({ noun: 'contact' as const, row })),
    ]);
    return {
      output: { memberIds: members.map((row) => row.id), serviceIds, editionIds: editions.map((row) => row.id) },
      events: [{ kind: 'tenant.founded', objects: members.map((row) => row.id), payload: { digests } }],
    };
  },
});
