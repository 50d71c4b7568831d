import type { Attempt } from '@/adapters/queue/dispatch';
import { mintSystemScope } from '@/auth/mint';
import { failImport } from '@/usecases/imports/fail-import';
import { readImport } from '@/usecases/imports/read-import';
import { importChecklist } from '../import/import-checklist';
import type { ImportSteps } from '../import/import-steps';
import { importVendors } from '../import/import-vendors';
import type { Workbench } from '../workbench';

type Kind = NonNullable<Awaited<ReturnType<typeof readImport>>>['kind'];

/** Who reads and takes in which kind of file. A kind without is refused on its page. */
const STEPS: Partial<Record<Kind, ImportSteps>> = { vendors: importVendors, checklist: importChecklist };

/**
 * The next step of an import: an uploaded file is read into a preview, a confirmed one is taken in. Killed anywhere, the
 * next run finds the step in the row; each ends in one transaction. What throws to the last attempt ends as failed.
 */
export async function workImport(
  { outside, log }: Workbench,
  { tenantId, importId }: { tenantId: string; importId: string },
  attempt: Attempt = { last: false },
): Promise<void> {
  const scope = mintSystemScope(tenantId);
  try {
    const work = await readImport(outside, scope, { importId });
    if (work === null) return;
    const steps = STEPS[work.kind];
    if (steps === undefined) {
      await failImport(outside, scope, { importId, failure: 'import-kind-unknown', params: {} });
    } else if (work.step === 'apply') {
      const applied = await steps.apply(outside, scope, importId);
      log.info({ importId, applied }, 'import taken in');
    } else {
      const failure = await steps.read(outside, scope, importId, work.content);
      if (failure) await failImport(outside, scope, { importId, failure: failure.code, params: failure.params });
      log.info({ importId, failure: failure?.code ?? null }, 'import read');
    }
  } catch (error) {
    if (attempt.last) await failImport(outside, scope, { importId, failure: 'import-work-failed', params: {} });
    throw error;
  }
}
