import { z } from 'zod';
import { bankProfile } from '@/db/schema/bank';
import { bankDateOf } from '@/domain/deadline';
import { freeTextSchema } from '@/domain/free-text';
import { command } from '../command';
import { writeDraft } from './write-draft';

/** An empty draft: the bank's own checklist. */
export const startEdition = command({
  audience: 'bank',
  action: 'checklists.start',
  input: z.strictObject({ title: freeTextSchema(200).refine((title) => title.trim() !== '') }),
  output: z.strictObject({ editionId: z.uuid() }),
  async run(context, { title }) {
    const [bank] = await context.tx.select({ name: bankProfile.name }).from(bankProfile);
    const { row, digests } = await writeDraft(
      context,
      {
        title: title.trim(),
        publisher: bank?.name ?? '',
        issued: bankDateOf(context.now),
        source: '',
        items: [],
      },
      null,
    );
    return {
      output: { editionId: row.id },
      events: [{ kind: 'edition.started', objects: [row.id], payload: { digests } }],
    };
  },
});
