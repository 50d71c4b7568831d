import { z } from 'zod';
import { answerContentSchema } from '@/domain/answer';
import { type AnswerMaster, fittedTo, type MasterAnswer, questionHash } from '@/domain/answer-master';
import type { ChecklistItem } from '@/domain/checklist';

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

/** The answers of one of its services, found by what an item asks and fitted to it. */
export function answersOf(
  master: AnswerMaster,
  masterServiceId: string,
): (item: ChecklistItem) => MasterAnswer | undefined {
  const own = master.answers.filter((each) => each.masterServiceId === masterServiceId);
  const byQuestion = new Map(own.map((each) => [each.questionHash, each]));
  return (item) => {
    const kept = byQuestion.get(questionHash(item));
    if (!kept) return undefined;
    const told = kept.told.map((each) => ({ ...each, content: fittedTo(item, each.content) }));
    return { ...kept, content: fittedTo(item, kept.content), told };
  };
}
