import { z } from 'zod';
import { answerContentSchema } from '@/domain/answer';
import type { AnswerMaster, MasterAnswer } from '@/domain/answer-master';

/** What banks were told; null: word for word the master's answer. */
export const toldSchema = z.array(
  z.strictObject({ bankName: z.string(), bankNameEn: z.string(), content: answerContentSchema.nullable() }),
);

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
