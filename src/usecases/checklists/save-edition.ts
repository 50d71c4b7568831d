import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { checklistEdition } from '@/db/schema/checklist';
import { canonicalJson, type Json } from '@/domain/canonical-json';
import { draftContentSchema } from '@/domain/edition-draft';
import { editionProblems } from '@/domain/edition-problems';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { problemSchema } from './edition.schema';
import { requireDraft } from './require-edition';
import { settledItems } from './write-draft';

/**
 * Saves a draft whole. `version` is the one that the person began with: `stale-record` when somebody else has saved
 * since, and nothing is overwritten. What hinders publishing comes back, and hinders no saving.
 */
export const saveEdition = command({
  audience: 'bank',
  action: 'checklists.save',
  input: z.strictObject({ editionId: z.uuid(), version: z.int().min(1), edition: draftContentSchema }),
  output: z.strictObject({ version: z.int(), problems: z.array(problemSchema) }),
  async run({ tx, scope, now }, { editionId, version, edition }) {
    const draft = await requireDraft(tx, editionId);
    if (draft.version !== version) throw new Refusal('stale-record', {});
    const next = { ...edition, id: draft.sourceId, items: settledItems(edition.items) };
    const problems = editionProblems(next);
    if (canonicalJson(next as unknown as Json) === canonicalJson(draft.content as Json)) {
      return { unchanged: { version, problems } };
    }
    const { title, publisher, issued } = edition;
    const [row] = await tx
      .update(checklistEdition)
      .set({ title, publisher, issued, content: next, version: version + 1 })
      .where(eq(checklistEdition.id, editionId))
      .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'edition', row }]);
    return {
      output: { version: row.version, problems },
      events: [{ kind: 'edition.saved', objects: [row.id], payload: { digests, items: next.items.length } }],
    };
  },
});
