import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { checklistEdition } from '@/db/schema/checklist';
import { checklistEditionSchema, contentHash } from '@/domain/checklist';
import { editionProblems } from '@/domain/edition-problems';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { requireDraft } from './require-edition';

/**
 * 公開: from now on nobody changes the edition, the database sees to it. `version` is the one that was read;
 * `edition-unfit` names the 通番 of what hinders it.
 */
export const publishEdition = command({
  audience: 'bank',
  action: 'checklists.publish',
  input: z.strictObject({ editionId: z.uuid(), version: z.int().min(1) }),
  output: z.strictObject({ publishedAt: z.date() }),
  async run({ tx, scope, now }, { editionId, version }) {
    const draft = await requireDraft(tx, editionId);
    if (draft.version !== version) throw new Refusal('stale-record', {});
    const edition = checklistEditionSchema.parse(draft.content);
    const problems = editionProblems(edition);
    if (problems.length > 0) {
      const numbers = [...new Set(problems.map((problem) => problem.number || '－'))];
      throw new Refusal('edition-unfit', { numbers: numbers.join('、') });
    }
    const [row] = await tx
      .update(checklistEdition)
      .set({ publishedAt: now, version: version + 1 })
      .where(eq(checklistEdition.id, editionId))
      .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'edition', row }]);
    return {
      output: { publishedAt: now },
      events: [
        {
          kind: 'edition.published',
          objects: [row.id],
          payload: { digests, edition: edition.id, items: edition.items.map(contentHash) },
        },
      ],
    };
  },
});
