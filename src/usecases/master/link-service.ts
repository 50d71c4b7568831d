import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { masterLink, masterService } from '@/db/schema/answer-master';
import type { OrganisationScope } from '@/db/scope';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';

/** Remembers which of the organisation's services a bank's service is. The bank's ids come from the person's scope there. */
export const linkService = command({
  audience: 'organisation',
  action: 'organisation.link',
  input: z.strictObject({ tenantId: z.uuid(), serviceId: z.uuid(), masterServiceId: z.uuid() }),
  output: z.strictObject({ masterServiceId: z.uuid() }),
  async run({ tx, scope, now }, link) {
    const [known] = await tx.select().from(masterService).where(eq(masterService.id, link.masterServiceId));
    if (!known) throw new Refusal('not-found', {});
    const [event] = await linkTo(tx, scope, link, now);
    const output = { masterServiceId: link.masterServiceId };
    return event ? { output, events: [event] } : { unchanged: output };
  },
});

/** The link's event; none where it stands already. */
export async function linkTo(
  tx: Transaction,
  { organisationId }: OrganisationScope,
  link: { tenantId: string; serviceId: string; masterServiceId: string },
  now: Date,
): Promise<EventDraft[]> {
  const { tenantId, serviceId, masterServiceId } = link;
  const [before] = await tx
    .select()
    .from(masterLink)
    .where(and(eq(masterLink.tenantId, tenantId), eq(masterLink.serviceId, serviceId)));
  if (before?.masterServiceId === masterServiceId) return [];
  await tx
    .insert(masterLink)
    .values({ organisationId, tenantId, serviceId, masterServiceId, linkedAt: now })
    .onConflictDoUpdate({
      target: [masterLink.organisationId, masterLink.tenantId, masterLink.serviceId],
      set: { masterServiceId, linkedAt: now },
    });
  return [{ kind: 'master.linked', objects: [masterServiceId, serviceId], payload: { tenantId } }];
}
