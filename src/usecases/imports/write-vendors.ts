import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { type RevisionDraft, recordRevisions } from '@/db/revisions';
import { service, vendor, vendorContact } from '@/db/schema/bank';
import type { Actor } from '@/domain/actor';
import type { VendorWrite } from '@/domain/vendor-import';
import { contactFacts, newContact, newService, newVendor, serviceFacts, vendorFacts } from './vendor-facts';

interface Place {
  tenantId: string;
  now: Date;
  by: Actor;
}
type Draft = RevisionDraft & { vendorId: string };

/** Rows of one statement; PostgreSQL takes 65,535 parameters. */
const BATCH = 500;

/** Writes what differs, and says for each vendor the digests of its new revisions. */
export async function writeVendors(
  tx: Transaction,
  place: Place,
  writes: readonly VendorWrite[],
): Promise<{ vendorId: string; digests: Record<string, string> }[]> {
  const targets = writes.map((write) => ({ ...write, vendorId: write.id ?? newId() }));
  const drafts: Draft[] = [
    ...(await writeVendorRows(tx, place, targets)),
    ...(await writeServices(tx, place, targets)),
    ...(await writeContacts(tx, place, targets)),
  ];
  const digests: Record<string, string> = {};
  for (const batch of batches(drafts)) {
    const rows = batch.map(({ noun, row }) => ({ noun, row }));
    Object.assign(digests, await recordRevisions(tx, place, rows));
  }
  const written = Map.groupBy(drafts, ({ vendorId }) => vendorId);
  return targets.map(({ vendorId }) => ({
    vendorId,
    digests: Object.fromEntries((written.get(vendorId) ?? []).map(({ row }) => [row.id, digests[row.id] ?? ''])),
  }));
}

type Target = VendorWrite & { vendorId: string };

async function writeVendorRows(tx: Transaction, place: Place, targets: readonly Target[]): Promise<Draft[]> {
  const rows: (typeof vendor.$inferSelect)[] = [];
  const fresh = targets.filter(({ id }) => id === null);
  for (const batch of batches(fresh)) {
    const values = batch.map((target) => ({
      ...newVendor(target.vendor),
      tenantId: place.tenantId,
      id: target.vendorId,
      createdAt: place.now,
    }));
    rows.push(...(await tx.insert(vendor).values(values).returning()));
  }
  for (const target of targets.filter(({ id, vendor: facts }) => id !== null && Object.keys(facts).length > 0)) {
    const changed = { ...vendorFacts(target.vendor), version: next(vendor.version) };
    rows.push(...(await tx.update(vendor).set(changed).where(eq(vendor.id, target.vendorId)).returning()));
  }
  return rows.map((row) => ({ noun: 'vendor', row, vendorId: row.id }));
}

async function writeServices(tx: Transaction, place: Place, targets: readonly Target[]): Promise<Draft[]> {
  const rows: (typeof service.$inferSelect)[] = [];
  const all = targets.flatMap(({ vendorId, services }) => services.map((each) => ({ ...each, vendorId })));
  for (const batch of batches(all.filter(({ id }) => id === null))) {
    const values = batch.map((each) => ({
      ...newService(each.values),
      tenantId: place.tenantId,
      id: newId(),
      vendorId: each.vendorId,
    }));
    rows.push(...(await tx.insert(service).values(values).returning()));
  }
  for (const { id, values } of all) {
    if (id === null) continue;
    const changed = { ...serviceFacts(values), version: next(service.version) };
    rows.push(...(await tx.update(service).set(changed).where(eq(service.id, id)).returning()));
  }
  return rows.map((row) => ({ noun: 'service', row, vendorId: row.vendorId }));
}

/** The primary contact; a new address has not bounced. Links that are out keep the address that they went to. */
async function writeContacts(tx: Transaction, place: Place, targets: readonly Target[]): Promise<Draft[]> {
  const rows: (typeof vendorContact.$inferSelect)[] = [];
  const said = targets.flatMap(({ vendorId, contact }) => (contact ? [{ vendorId, contact }] : []));
  for (const batch of batches(said)) {
    const primary = and(
      inArray(
        vendorContact.vendorId,
        batch.map(({ vendorId }) => vendorId),
      ),
      eq(vendorContact.kind, 'primary'),
    );
    const standing = await tx.select({ vendorId: vendorContact.vendorId }).from(vendorContact).where(primary);
    const known = new Set(standing.map(({ vendorId }) => vendorId));
    const fresh = batch.filter(({ vendorId }) => !known.has(vendorId));
    if (fresh.length > 0) {
      const values = fresh.map(({ vendorId, contact }) => ({
        ...newContact(contact),
        tenantId: place.tenantId,
        id: newId(),
        vendorId,
        kind: 'primary' as const,
      }));
      rows.push(...(await tx.insert(vendorContact).values(values).returning()));
    }
    for (const { vendorId, contact } of batch) {
      if (!known.has(vendorId)) continue;
      const bounced = contact.contactAddress === undefined ? {} : { bouncedAt: null };
      const changed = { ...contactFacts(contact), ...bounced, version: next(vendorContact.version) };
      const own = and(eq(vendorContact.vendorId, vendorId), eq(vendorContact.kind, 'primary'));
      rows.push(...(await tx.update(vendorContact).set(changed).where(own).returning()));
    }
  }
  return rows.map((row) => ({ noun: 'contact', row, vendorId: row.vendorId }));
}

const next = (version: SQL | typeof vendor.version | typeof service.version | typeof vendorContact.version) =>
  sql`${version} + 1`;

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}
