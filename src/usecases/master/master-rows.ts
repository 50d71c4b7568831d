import type { AnswerMaster, MasterAnswer } from '@/domain/answer-master';

/** Which of the organisation's services a bank's service is, as a member said; null while nobody did. */
export function linkedService(
  master: AnswerMaster,
  { tenantId, serviceId }: { tenantId: string; serviceId: string },
): string | null {
  const link = master.links.find((each) => each.tenantId === tenantId && each.serviceId === serviceId);
  return link?.masterServiceId ?? null;
}

/** The answers of one of its services, by what their items ask. */
export function answersOf(master: AnswerMaster, masterServiceId: string): Map<string, MasterAnswer> {
  const own = master.answers.filter((each) => each.masterServiceId === masterServiceId);
  return new Map(own.map((each) => [each.questionHash, each]));
}
