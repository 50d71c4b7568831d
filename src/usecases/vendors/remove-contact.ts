import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { vendorContact } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { hasOpenAssessment } from './open-assessments';
import { lockContact } from './require-contact';
import { requireVersion } from './require-vendor';
import { versionSchema } from './vendor.schema';

/**
 * Takes a person out of a vendor's people. The row goes; its last state stays among the revisions. The primary stays
 * while others could take the place, and while a running campaign still writes to the vendor.
 */
export const removeContact = command({
  audience: 'bank',
  action: 'vendors.removeContact',
  input: z.strictObject({ contactId: z.uuid(), version: versionSchema }),
  output: z.strictObject({}),
  async run({ tx, scope, now }, { contactId, version }) {
    const { contact, people } = await lockContact(tx, contactId);
    requireVersion(contact, version);
    if (contact.kind === 'primary' && (people.length > 1 || (await hasOpenAssessment(tx, contact.vendorId)))) {
      throw new Refusal('primary-needed', {});
    }
    await tx.delete(vendorContact).where(eq(vendorContact.id, contactId));
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'contact', row: { ...contact, version: contact.version + 1, removedAt: now } as typeof contact },
    ]);
    return {
      output: {},
      events: [{ kind: 'contact.removed', objects: [contactId, contact.vendorId], payload: { digests } }],
    };
  },
});
