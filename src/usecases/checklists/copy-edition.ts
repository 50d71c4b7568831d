import { z } from 'zod';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { requireEdition } from './require-edition';
import { writeDraft } from './write-draft';

/** A draft with everything that a published edition has; its items keep their ids, so that the map knows them again. */
export const copyEdition = command({
  audience: 'bank',
  action: 'checklists.copy',
  input: z.strictObject({
    editionId: z.uuid(),
    title: freeTextSchema(200).refine((title) => title.trim() !== ''),
  }),
  output: z.strictObject({ editionId: z.uuid() }),
  async run(context, { editionId, title }) {
    const { row: source, edition } = await requireEdition(context.tx, editionId);
    if (source.publishedAt === null) throw new Refusal('edition-unpublished', {});
    const { row, digests } = await writeDraft(context, { ...edition, title: title.trim() }, source.id);
    return {
      output: { editionId: row.id },
      events: [{ kind: 'edition.copied', objects: [row.id, source.id], payload: { digests } }],
    };
  },
});
