import { eq } from 'drizzle-orm';
import { service, vendor } from '@/db/schema/bank';
import { auditEvent, revision } from '@/db/schema/record';
import type { TestBank } from './bank-fixture';

/** What a form sends for a vendor of which nothing but the name is known. */
export const NAMED = {
  name: '株式会社かけはし',
  kana: 'カケハシ',
  corporateNumber: null,
  registrationNumber: '',
  registrationBureau: '',
  registrationCheckedOn: null,
  dataLocation: '',
  notes: '',
};

/** Ids of the bank's vendors, in the order of their readings. */
export async function vendorIdsOf(bank: TestBank): Promise<string[]> {
  const rows = await bank.system.transaction((tx) => tx.select({ id: vendor.id }).from(vendor).orderBy(vendor.kana));
  return rows.map((row) => row.id);
}

export async function serviceIdOf(bank: TestBank, vendorId: string): Promise<string> {
  const [row] = await bank.system.transaction((tx) =>
    tx.select({ id: service.id }).from(service).where(eq(service.vendorId, vendorId)),
  );
  if (!row) throw new Error('the vendor has no service');
  return row.id;
}

/** Kinds of the bank's audit events so far, in order. */
export async function eventKinds(bank: TestBank): Promise<string[]> {
  const rows = await bank.system.transaction((tx) =>
    tx.select({ kind: auditEvent.kind }).from(auditEvent).orderBy(auditEvent.seq),
  );
  return rows.map((row) => row.kind);
}

/** The recorded states of a row, the earliest first. */
export async function statesOf(bank: TestBank, rowId: string): Promise<Record<string, unknown>[]> {
  const rows = await bank.system.transaction((tx) =>
    tx.select({ snapshot: revision.snapshot }).from(revision).where(eq(revision.rowId, rowId)).orderBy(revision.id),
  );
  return rows.map((row) => row.snapshot);
}
