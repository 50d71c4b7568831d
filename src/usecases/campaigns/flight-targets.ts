import { asc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { service, vendor, vendorContact } from '@/db/schema/bank';
import { campaignTarget } from '@/db/schema/campaign';
import type { FlightTarget } from '@/domain/flight-plan';

/** The chosen services of a campaign with their vendor's contacts, in order of the vendors' kana. Two queries. */
export async function flightTargets(
  tx: Transaction,
  campaignId: string,
): Promise<(FlightTarget & { vendorId: string; apiKinds: string[] })[]> {
  const rows = await tx
    .select({
      serviceId: service.id,
      serviceName: service.name,
      vendorId: vendor.id,
      vendorName: vendor.name,
      apiKinds: service.apiKinds,
      wave: campaignTarget.wave,
      serviceArchivedAt: service.archivedAt,
      vendorArchivedAt: vendor.archivedAt,
    })
    .from(campaignTarget)
    .innerJoin(service, eq(service.id, campaignTarget.serviceId))
    .innerJoin(vendor, eq(vendor.id, service.vendorId))
    .where(eq(campaignTarget.campaignId, campaignId))
    .orderBy(asc(vendor.kana), asc(service.name), asc(service.id));
  const contacts = await tx
    .select({
      vendorId: vendorContact.vendorId,
      name: vendorContact.name,
      address: vendorContact.address,
      language: vendorContact.language,
      kind: vendorContact.kind,
      bouncedAt: vendorContact.bouncedAt,
    })
    .from(vendorContact)
    .where(
      inArray(
        vendorContact.vendorId,
        tx
          .select({ id: service.vendorId })
          .from(campaignTarget)
          .innerJoin(service, eq(service.id, campaignTarget.serviceId))
          .where(eq(campaignTarget.campaignId, campaignId)),
      ),
    );
  const people = Map.groupBy(contacts, (contact) => contact.vendorId);
  return rows.map(({ serviceArchivedAt, vendorArchivedAt, ...row }) => ({
    ...row,
    archived: serviceArchivedAt !== null || vendorArchivedAt !== null,
    contacts: people.get(row.vendorId) ?? [],
  }));
}
