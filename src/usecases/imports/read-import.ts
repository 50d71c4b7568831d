import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { fileImport } from '@/db/schema/file-import';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';
import { importKindSchema } from './import-rows';

/** What the worker has to do for an import, with the file where it is to be read. Null: nothing. */
export const readImport = query({
  audience: 'system',
  action: 'system.readImport',
  input: z.strictObject({ importId: z.uuid() }),
  output: z
    .discriminatedUnion('step', [
      z.strictObject({
        step: z.literal('read'),
        kind: importKindSchema,
        content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
      }),
      z.strictObject({ step: z.literal('apply'), kind: importKindSchema }),
    ])
    .nullable(),
  async run({ tx }, { importId }) {
    const [row] = await tx
      .select({ state: fileImport.state, kind: fileImport.kind })
      .from(fileImport)
      .where(eq(fileImport.id, importId));
    if (!row) throw new Refusal('not-found', {});
    if (row.state === 'confirmed') return { step: 'apply' as const, kind: row.kind };
    if (row.state !== 'planned') return null;
    const [file] = await tx.select({ content: fileImport.content }).from(fileImport).where(eq(fileImport.id, importId));
    return file ? { step: 'read' as const, kind: row.kind, content: file.content } : null;
  },
});
