import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { fileImport } from '@/db/schema/file-import';
import { query } from '../query';
import { importHeadSchema, importHeads, importKindSchema } from './import-rows';

const PAGE_SIZE = 20;

/** Files that were uploaded to be taken in: by whom, how far. */
export const listImports = query({
  audience: 'bank',
  action: 'imports.list',
  input: z.strictObject({ kind: importKindSchema, page: z.int().min(1).max(10_000) }),
  output: z.strictObject({ imports: z.array(importHeadSchema), total: z.int(), pageSize: z.int() }),
  async run({ tx }, { kind, page }) {
    return {
      imports: await importHeads(tx, kind, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
      total: await tx.$count(fileImport, eq(fileImport.kind, kind)),
      pageSize: PAGE_SIZE,
    };
  },
});
