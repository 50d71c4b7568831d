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
    const saves = await savesOf(tx);
    return {
      organisationId,
      organisationName: name,
      services,
      links: links.map(({ tenantId, serviceId, masterServiceId }) => ({ tenantId, serviceId, masterServiceId })),
      answers: answers.map(({ organisationId: _own, contentHash, by: _by, updatedAt, ...answer }) => {
        const own = saves.get(answer.id) ?? [];
        const savedAt = own.find(({ source }) => source.assessmentId === answer.source.assessmentId)?.at ?? updatedAt;
        return { ...answer, questionHash: contentHash, answeredAt: updatedAt, savedAt, told: toldBanks(own) };
      }),
    };
  });
}

type Save = Pick<typeof masterRevision.$inferSelect, 'masterAnswerId' | 'source' | 'content' | 'version' | 'at'>;

/** The newest version of each answer from each assessment, the newest first. */
async function savesOf(tx: Transaction): Promise<ReadonlyMap<string, Save[]>> {
  const assessment = sql`${masterRevision.source}->>'assessmentId'`;
  const rows = await tx
    .selectDistinctOn([masterRevision.masterAnswerId, assessment], {
      masterAnswerId: masterRevision.masterAnswerId,
      source: masterRevision.source,
      content: masterRevision.content,
      version: masterRevision.version,
      at: masterRevision.at,
    })
    .from(masterRevision)
    .orderBy(masterRevision.masterAnswerId, assessment, desc(masterRevision.version));
  const saves = new Map<string, Save[]>();
  for (const row of rows.toSorted((a, b) => b.version - a.version))
    saves.set(row.masterAnswerId, [...(saves.get(row.masterAnswerId) ?? []), row]);
  return saves;
}

/** What each bank was last told, the bank that was told first at the front. */
function toldBanks(saves: readonly Save[]): ToldBank[] {
  const newest = new Map<string, ToldBank>();
  for (const { source, content } of saves) {
    const { tenantId, bankName, bankNameEn } = source;
    if (!newest.has(tenantId)) newest.set(tenantId, { tenantId, bankName, bankNameEn, content });
  }
  return [...newest.values()].toReversed();
}
