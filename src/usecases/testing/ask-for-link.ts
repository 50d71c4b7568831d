import { newId } from '@/db/new-id';
import { assessment } from '@/db/schema/campaign';
import { linkRequest } from '@/db/schema/delegation';
import { respondentOf, type TestBank } from './bank-fixture';

/** The holder of the lead's link asks for another, as if it were dead; returns the request's id. */
export async function askForLink(bank: TestBank, assessmentId: string, requestedAt: Date): Promise<string> {
  const { tenantId, invitationId, transaction } = await respondentOf(bank, assessmentId);
  const id = newId();
  await transaction(async (tx) => {
    const [own] = await tx.select({ campaignId: assessment.campaignId }).from(assessment);
    const campaignId = own?.campaignId ?? '';
    await tx.insert(linkRequest).values({ tenantId, id, campaignId, assessmentId, invitationId, requestedAt });
  });
  return id;
}
