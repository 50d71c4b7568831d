import { asc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { service, vendor, vendorContact } from '@/db/schema/bank';
import { campaignTarget } from '@/db/schema/campaign';
import type { FlightTarget } from '@/domain/flight-plan';

/** The chosen services of a campaign with their vendor's contacts, in order of the vendors' kana. */
export async function flightTargets(
  tx: Transaction,
  campaignId: string,
): Promise<(FlightTarget & { vendorId: string })[]> {
  const rows = await tx
    .select({ serviceId: service.id, serviceName: service.name, vendorId: vendor.id, vendorName: vendor.name })
    .from(campaignTarget)
    .innerJoin(service, eq(service.id, campaignTarget.serviceId))
    .innerJoin(vendor, eq(vendor.id, service.vendorId))
    .where(eq(campaignTarget.campaignId, campaignId))
    .orderBy(asc(vendor.kana), asc(service.name));
  const vendorIds = [...new Set(rows.map((row) => row.vendorId))];
  const contacts =
    vendorIds.length === 0
      ? []
      : await tx.select().from(vendorContact).where(inArray(vendorContact.vendorId, vendorIds));
  return rows.map((row) => ({ ...row, contacts: contacts.filter((contact) => contact.vendorId === row.vendorId) }));
}
