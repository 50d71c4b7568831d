import { Refusal } from '@/domain/refusal';

/** The refusal that a use case ends with; 'done' when it doesn't. */
export async function refusalOf(work: Promise<unknown>): Promise<'done' | { code: string; params: unknown }> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, params: error.params };
  }
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  const refusal = await refusalOf(work);
  return refusal === 'done' ? refusal : refusal.code;
}
