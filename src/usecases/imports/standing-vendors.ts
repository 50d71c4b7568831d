import { asc, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { service, vendor, vendorContact } from '@/db/schema/bank';
import type { StandingVendor } from '@/domain/vendor-import';

type ServiceRow = typeof service.$inferSelect;

/** The whole register as an import is held against it: three queries whatever its size. */
export async function standingVendors(tx: Transaction): Promise<StandingVendor[]> {
  const vendors = await tx.select().from(vendor).orderBy(asc(vendor.kana), asc(vendor.name), asc(vendor.id));
  const services = await tx.select().from(service).orderBy(asc(service.name), asc(service.id));
  const contacts = await tx.select().from(vendorContact).where(eq(vendorContact.kind, 'primary'));
  const contactOf = new Map(contacts.map((contact) => [contact.vendorId, contact]));
  const servicesOf = Map.groupBy(services, ({ vendorId }) => vendorId);
  return vendors.map((row) => {
    const contact = contactOf.get(row.id);
    return {
      id: row.id,
      archived: row.archivedAt !== null,
      hasContact: contact !== undefined,
      values: {
        name: row.name,
        kana: row.kana,
        corporateNumber: row.corporateNumber ?? '',
        registrationNumber: row.registrationNumber,
        registrationBureau: row.registrationBureau,
        registrationCheckedOn: row.registrationCheckedOn ?? '',
        dataLocation: row.dataLocation,
        notes: row.notes,
        contactName: contact?.name ?? '',
        contactDepartment: contact?.department ?? '',
        contactAddress: contact?.address ?? '',
        contactLanguage: contact?.language ?? '',
      },
      services: (servicesOf.get(row.id) ?? []).map(standingService),
    };
  });
}

function standingService(row: ServiceRow): StandingVendor['services'][number] {
  return {
    id: row.id,
    archived: row.archivedAt !== null,
    values: {
      serviceName: row.name,
      criticality: row.criticality,
      apiKinds: ['reference', 'update'].filter((kind) => row.apiKinds.includes(kind)).join(' '),
      contractDate: row.contractDate ?? '',
    },
  };
}
