import type { mintSystemScope } from '@/auth/mint';
import type { RefusalCode } from '@/domain/refusal';
import type { Outside } from '@/usecases/command';

type SystemScope = ReturnType<typeof mintSystemScope>;

export interface ImportFailure {
  code: RefusalCode;
  params: Record<string, string | number>;
}

/** What the worker does with one kind of file. Each step keeps its result in the import's row. */
export interface ImportSteps {
  /** Reads the file into a preview; what is wrong with the file as a whole comes back. */
  read(outside: Outside, scope: SystemScope, importId: string, content: Uint8Array): Promise<ImportFailure | null>;
  /** Takes a confirmed import in; false when its preview no longer held. */
  apply(outside: Outside, scope: SystemScope, importId: string): Promise<boolean>;
}
