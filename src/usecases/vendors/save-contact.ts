import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { vendorContact } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { passLinksOn } from '../invitations/pass-link-on';
import { lockVendor, requireVersion } from './require-vendor';
import { CONTACT_KINDS, contactFactsSchema, versionSchema } from './vendor.schema';

type Contact = typeof vendorContact.$inferSelect;

/**
 * Adds or changes one of a vendor's people. Without `contactId`, a primary takes the place of the one before, since the
 * link goes to one person; deputies and copies are added. With another address the links that are out end at once, and
 * new ones go to it.
 */
export const saveContact = command({
  audience: 'bank',
  action: 'vendors.saveContact',
  input: contactFactsSchema.extend({
    vendorId: z.uuid(),
    contactId: z.uuid().nullable().optional(),
    kind: z.enum(CONTACT_KINDS).default('primary'),
    /** Needed with `contactId`. */
    version: versionSchema.nullable().optional(),
    /** Whether mail fails to arrive at this address, as the bank knows; left out: as it stands. */
    bounced: z.boolean().optional(),
  }),
  output: z.strictObject({ contactId: z.uuid() }),
  async run({ tx, scope, now, linkHash }, { vendorId, contactId, kind, version, bounced, ...facts }) {
    await lockVendor(tx, vendorId);
    const people = await tx.select().from(vendorContact).where(eq(vendorContact.vendorId, vendorId));
    const held = contactId
      ? people.find((person) => person.id === contactId)
      : people.find((person) => kind === 'primary' && person.kind === 'primary');
    if (contactId) {
      if (!held) throw new Refusal('not-found', {});
      requireVersion(held, version);
      // Who is primary changes by naming another one, never by leaving the place empty.
      if (held.kind === 'primary' && kind !== 'primary') throw new Refusal('primary-needed', {});
      if (held.kind !== 'primary' && kind === 'primary') throw new Refusal('input-invalid', { fields: 'kind' });
    }
    await requireFreeAddress(tx, vendorId, facts.address, held?.id ?? null);
    const [row] = held
      ? await tx
          .update(vendorContact)
          .set({
            ...facts,
            kind,
            bouncedAt: bouncedAfter(held, facts.address, { contactId, bounced, now }),
            version: held.version + 1,
          })
          .where(eq(vendorContact.id, held.id))
          .returning()
      : await tx
          .insert(vendorContact)
          .values({ tenantId: scope.tenantId, id: newId(), vendorId, kind, ...facts })
          .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'contact', row }]);
    const to = { contactId: row.id, name: row.name, address: row.address, language: row.language };
    const passed = held
      ? await passLinksOn(tx, { now, by: scope.actor, linkHash }, [{ from: held.id, to }])
      : { events: [], wake: [] };
    return {
      output: { contactId: row.id },
      events: [{ kind: 'contact.saved', objects: [row.id, vendorId], payload: { digests } }, ...passed.events],
      wake: passed.wake,
    };
  },
});

/** A bounce belongs to an address: another address, or naming the person anew, ends it; a change of name doesn't. */
function bouncedAfter(
  held: Contact,
  address: string,
  said: { contactId: string | null | undefined; bounced: boolean | undefined; now: Date },
): Date | null {
  if (!said.contactId || held.address !== address) return null;
  if (said.bounced === undefined) return held.bouncedAt;
  return said.bounced ? (held.bouncedAt ?? said.now) : null;
}

/** One address stands once a vendor: a mail to it goes out once. */
async function requireFreeAddress(
  tx: Transaction,
  vendorId: string,
  address: string,
  ownId: string | null,
): Promise<void> {
  const [holder] = await tx
    .select({ name: vendorContact.name })
    .from(vendorContact)
    .where(
      and(
        eq(vendorContact.vendorId, vendorId),
        eq(vendorContact.address, address),
        ownId === null ? undefined : ne(vendorContact.id, ownId),
      ),
    );
  if (holder) throw new Refusal('contact-address-taken', { name: holder.name });
}
