import { z } from 'zod';
import { checklistEditionSchema } from '@/domain/checklist';
import { query } from '../query';
import { requireEdition } from './require-edition';

/** An edition for the worker, which writes it into a file. */
export const readEdition = query({
  audience: 'system',
  action: 'system.readEdition',
  input: z.strictObject({ editionId: z.uuid() }),
  output: checklistEditionSchema,
  async run({ tx }, { editionId }) {
    return (await requireEdition(tx, editionId)).edition;
  },
});
