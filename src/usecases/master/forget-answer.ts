import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { masterAnswer } from '@/db/schema/answer-master';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';

/** Takes an answer out of the master. What banks were told stays with them, and its versions in the organisation's record. */
export const forgetAnswer = command({
  audience: 'organisation',
  action: 'organisation.forget',
  input: z.strictObject({ answerId: z.uuid() }),
  output: z.strictObject({ answerId: z.uuid() }),
  async run({ tx }, { answerId }) {
    const gone = await tx.delete(masterAnswer).where(eq(masterAnswer.id, answerId)).returning();
    if (gone.length === 0) throw new Refusal('not-found', {});
    return { output: { answerId }, events: [{ kind: 'master.forgotten', objects: [answerId], payload: {} }] };
  },
});
