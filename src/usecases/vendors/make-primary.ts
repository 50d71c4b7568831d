import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { vendorContact } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockContact } from './require-contact';
import { requireVersion } from './require-vendor';
import { versionSchema } from './vendor.schema';

/** Makes a person the primary contact; the one before becomes a deputy. Links that are out already stay as they are. */
export const makePrimary = command({
  audience: 'bank',
  action: 'vendors.makePrimary',
  input: z.strictObject({ contactId: z.uuid(), version: versionSchema }),
  output: z.strictObject({}),
  async run({ tx, scope, now }, { contactId, version }) {
    const { contact, people } = await lockContact(tx, contactId);
    if (contact.kind === 'primary') return { unchanged: {} };
    requireVersion(contact, version);
    const changed = [];
    // The one before first: the table holds one primary a vendor at any moment.
    for (const person of [...people.filter((each) => each.kind === 'primary'), contact]) {
      const [row] = await tx
        .update(vendorContact)
        .set({ kind: person.id === contactId ? 'primary' : 'deputy', version: person.version + 1 })
        .where(eq(vendorContact.id, person.id))
        .returning();
      if (!row) throw new Refusal('not-found', {});
      changed.push({ noun: 'contact' as const, row });
    }
    const digests = await recordRevisions(tx, { now, by: scope.actor }, changed);
    return {
      output: {},
      events: [{ kind: 'contact.made_primary', objects: [contactId, contact.vendorId], payload: { digests } }],
    };
  },
});
