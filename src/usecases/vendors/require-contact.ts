import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { vendorContact } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { lockVendor } from './require-vendor';

/** The contact and all people of its vendor, read after the vendor is locked, so that two changes queue up. */
export async function lockContact(tx: Transaction, contactId: string) {
  const [named] = await tx
    .select({ vendorId: vendorContact.vendorId })
    .from(vendorContact)
    .where(eq(vendorContact.id, contactId));
  if (!named) throw new Refusal('not-found', {});
  await lockVendor(tx, named.vendorId);
  const people = await tx.select().from(vendorContact).where(eq(vendorContact.vendorId, named.vendorId));
  const contact = people.find((person) => person.id === contactId);
  if (!contact) throw new Refusal('not-found', {});
  return { contact, people };
}
