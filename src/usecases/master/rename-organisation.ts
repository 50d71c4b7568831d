import { z } from 'zod';
import { organisation } from '@/db/schema/answer-master';
import { freeTextSchema } from '@/domain/free-text';
import { command } from '../command';

export const organisationNameSchema = freeTextSchema(100).refine((text) => text.trim() !== '');

/** How the organisation calls itself, to its members and in invitations to join. */
export const renameOrganisation = command({
  audience: 'organisation',
  action: 'organisation.rename',
  input: z.strictObject({ name: organisationNameSchema }),
  output: z.strictObject({ name: z.string() }),
  async run({ tx, scope }, { name }) {
    const [before] = await tx.select().from(organisation);
    if (before?.name === name) return { unchanged: { name } };
    await tx.update(organisation).set({ name });
    return {
      output: { name },
      events: [{ kind: 'organisation.renamed', objects: [scope.organisationId], payload: { name } }],
    };
  },
});
