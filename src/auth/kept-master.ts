import { asc, desc, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { masterAnswer, masterLink, masterRevision, masterService } from '@/db/schema/answer-master';
import { assumeRole } from '@/db/scope';
import type { AnswerMaster, ToldBank } from '@/domain/answer-master';
import { identityTransaction } from './doors';
import { membershipOf } from './organisations';

/** What the person's organisation keeps; null for who belongs to none. Seen under the organisation's own role. */
export async function masterOf(personId: string): Promise<AnswerMaster | null> {
  return identityTransaction(async (tx) => {
    const found = await membershipOf(tx, personId);
    if (!found) return null;
    const { organisationId, name } = found;
    await assumeRole(tx, { role: 'tenken_organisation', organisationId });
    const services = await tx
      .select({ id: masterService.id, name: masterService.name })
      .from(masterService)
      .orderBy(asc(masterService.madeAt));
    const links = await tx.select().from(masterLink);
    const answers = await tx.select().from(masterAnswer).orderBy(asc(masterAnswer.objective), asc(masterAnswer.id));
    const told = await toldBanks(tx);
    return {
      organisationId,
      organisationName: name,
      services,
      links: links.map(({ tenantId, serviceId, masterServiceId }) => ({ tenantId, serviceId, masterServiceId })),
      answers: answers.map(({ organisationId: _own, contentHash, by: _by, ...answer }) => ({
        ...answer,
        questionHash: contentHash,
        told: told.get(answer.id) ?? [],
      })),
    };
  });
}

/** The newest version of each answer from each bank. */
async function toldBanks(tx: Transaction): Promise<ReadonlyMap<string, ToldBank[]>> {
  const bank = sql`${masterRevision.source}->>'tenantId'`;
  const rows = await tx
    .selectDistinctOn([masterRevision.masterAnswerId, bank], {
      answerId: masterRevision.masterAnswerId,
      source: masterRevision.source,
      content: masterRevision.content,
    })
    .from(masterRevision)
    .orderBy(masterRevision.masterAnswerId, bank, desc(masterRevision.version));
  const told = new Map<string, ToldBank[]>();
  for (const { answerId, source, content } of rows) {
    const { tenantId, bankName, bankNameEn } = source;
    told.set(answerId, [...(told.get(answerId) ?? []), { tenantId, bankName, bankNameEn, content }]);
  }
  return told;
}
