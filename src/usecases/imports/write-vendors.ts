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
type Contact = typeof vendorContact.$inferSelect;

/** Rows of one statement; PostgreSQL takes 65,535 parameters. */
const BATCH = 500;

/** Writes what differs; says for each vendor the digests of its new revisions, and which contacts have another address. */
export async function writeVendors(
  tx: Transaction,
  place: Place,
  writes: readonly VendorWrite[],
): Promise<{ written: { vendorId: string; digests: Record<string, string> }[]; readdressed: Contact[] }> {
  const targets = writes.map((write) => ({ ...write, vendorId: write.id ?? newId() }));
  const rows = await writeVendorRows(tx, place, targets);
  const services = await writeServices(tx, place, targets);
  const contacts = await writeContacts(tx, place, targets);
  const drafts: Draft[] = [...rows, ...services, ...contacts.drafts];
  const digests: Record<string, string> = {};
  for (const batch of batches(drafts)) {
    const states = batch.map(({ noun, row }) => ({ noun, row }));
    Object.assign(digests, await recordRevisions(tx, place, states));
  }
  const changed = Map.groupBy(drafts, ({ vendorId }) => vendorId);
  const written = targets.map(({ vendorId }) => ({
    vendorId,
    digests: Object.fromEntries((changed.get(vendorId) ?? []).map(({ row }) => [row.id, digests[row.id] ?? ''])),
  }));
  return { written, readdressed: contacts.readdressed };
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

/** The primary contact; a new address has not bounced. */
async function writeContacts(
  tx: Transaction,
  place: Place,
  targets: readonly Target[],
): Promise<{ drafts: Draft[]; readdressed: Contact[] }> {
  const rows: Contact[] = [];
  const readdressed: Contact[] = [];
  const said = targets.flatMap(({ vendorId, contact }) => (contact ? [{ vendorId, contact }] : []));
  for (const batch of batches(said)) {
    const primary = and(
      inArray(
        vendorContact.vendorId,
        batch.map(({ vendorId }) => vendorId),
      ),
      eq(vendorContact.kind, 'primary'),
    );
    const standing = await tx
      .select({ vendorId: vendorContact.vendorId, address: vendorContact.address })
      .from(vendorContact)
      .where(primary);
    const known = new Map(standing.map(({ vendorId, address }) => [vendorId, address]));
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
      const held = await tx.update(vendorContact).set(changed).where(own).returning();
      rows.push(...held);
      readdressed.push(...held.filter(({ address }) => address !== known.get(vendorId)));
    }
  }
  return { drafts: rows.map((row) => ({ noun: 'contact', row, vendorId: row.vendorId })), readdressed };
}

const next = (version: SQL | typeof vendor.version | typeof service.version | typeof vendorContact.version) =>
  sql`${version} + 1`;

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}
