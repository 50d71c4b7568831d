import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { vendorContact } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { passLinksOn } from '../invitations/pass-link-on';
import { lockContact } from './require-contact';
import { requireVersion } from './require-vendor';
import { versionSchema } from './vendor.schema';

/** Makes a person the primary contact; the one before becomes a deputy, and their links pass on. */
export const makePrimary = command({
  audience: 'bank',
  action: 'vendors.makePrimary',
  input: z.strictObject({ contactId: z.uuid(), version: versionSchema }),
  output: z.strictObject({}),
  async run({ tx, scope, now, linkHash }, { contactId, version }) {
    const { contact, people } = await lockContact(tx, contactId);
    if (contact.kind === 'primary') return { unchanged: {} };
    requireVersion(contact, version);
    const changed = [];
    const before = people.filter((each) => each.kind === 'primary');
    // The one before first: the table holds one primary a vendor at any moment.
    for (const person of [...before, contact]) {
      const [row] = await tx
        .update(vendorContact)
        .set({ kind: person.id === contactId ? 'primary' : 'deputy', version: person.version + 1 })
        .where(eq(vendorContact.id, person.id))
        .returning();
      if (!row) throw new Refusal('not-found', {});
      changed.push({ noun: 'contact' as const, row });
    }
    const digests = await recordRevisions(tx, { now, by: scope.actor }, changed);
    const to = { contactId, name: contact.name, address: contact.address, language: contact.language };
    const passed = await passLinksOn(
      tx,
      { now, by: scope.actor, linkHash },
      before.map(({ id }) => ({ from: id, to })),
    );
    return {
      output: {},
      events: [
        { kind: 'contact.made_primary', objects: [contactId, contact.vendorId], payload: { digests } },
        ...passed.events,
      ],
      wake: passed.wake,
    };
  },
});
