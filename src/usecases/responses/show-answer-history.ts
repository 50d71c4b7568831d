import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { answerRevision } from '@/db/schema/answer';
import { pinnedItem } from '@/db/schema/campaign';
import { answerContentSchema } from '@/domain/answer';
import { OWN_LINES, ownLineOf } from '@/domain/own-line';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';

/** One line per person and sitting, not one per autosave, parted by the lines of their own; newest first. */
const lineSchema = z.strictObject({
  by: z.string(),
  department: z.string(),
  firstAt: z.date(),
  lastAt: z.date(),
  saves: z.int(),
  /** A form that was taken in, the way out of a collision, or a person's sitting. */
  from: z.enum(['sitting', ...OWN_LINES]),
  /** Any of them came after the due date（期限後）. */
  afterDue: z.boolean(),
  /** As the sitting left it. */
  content: answerContentSchema,
});

/** Who wrote what on one item of the vendor's, up to 1,000 saves back. */
export const showAnswerHistory = query({
  audience: 'respondent',
  action: 'answers.history',
  input: z.strictObject({ assessmentId: z.uuid(), itemId: z.uuid() }),
  output: z.strictObject({ lines: z.array(lineSchema) }),
  async run({ tx }, { assessmentId, itemId }) {
    const [item] = await tx.select({ id: pinnedItem.id }).from(pinnedItem).where(eq(pinnedItem.id, itemId));
    if (!item) throw new Refusal('not-found', {});
    const saves = await tx
      .select()
      .from(answerRevision)
      .where(
        and(
          eq(answerRevision.itemId, itemId),
          eq(answerRevision.assessmentId, assessmentId),
          eq(answerRevision.slot, 'vendor'),
        ),
      )
      .orderBy(desc(answerRevision.version))
      .limit(1000);
    // By sitting; whoever takes turns with a colleague keeps one line each. What stood before a line of its own is kept.
    const lines = new Map<string, z.input<typeof lineSchema>>();
    let parted = 0;
    for (const save of saves) {
      const own = ownLineOf(save);
      if (own !== null) parted += 1;
      const key = `${parted} ${save.sitting}`;
      const line = lines.get(key);
      if (line) {
        line.firstAt = save.at;
        line.saves += 1;
        line.afterDue ||= save.afterDue;
        continue;
      }
      const who = save.by.kind === 'respondent' ? save.by : { name: '', department: '' };
      lines.set(key, {
        by: who.name,
        department: who.department,
        firstAt: save.at,
        lastAt: save.at,
        saves: 1,
        from: own ?? 'sitting',
        afterDue: save.afterDue,
        content: save.content,
      });
    }
    return { lines: [...lines.values()] };
  },
});
