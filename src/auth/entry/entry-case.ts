import type { z } from 'zod';
import type { CookieName } from '@/auth/cookies';
import type { Action } from '@/domain/access';
import type { Job } from '@/domain/job';

/** What the doorstep knows of a caller: no scope yet, only cookies. */
export interface EntryContext {
  now: Date;
  locale: 'ja' | 'en';
  cookies: Record<CookieName, string | null>;
  /** `expires` null ends the cookie. */
  setCookie(name: CookieName, token: string, expires: Date | null): void;
  wake(job: Job): Promise<void>;
}

export interface EntryCase<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly audience: 'entry';
  /** Both are sent by POST: an input may be a token, and a token must not stand in a URL that is logged. */
  readonly kind: 'command' | 'query';
  readonly action: Action<'entry'>;
  readonly input: I;
  readonly output: O;
  run(context: EntryContext, input: z.output<I>): Promise<z.input<O>>;
}

/** A procedure that needs no scope: signing in and out, and what an invitation says before the code. */
export function entryCase<I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<EntryCase<I, O>, 'audience'>,
): EntryCase<I, O> {
  return { audience: 'entry', ...definition };
}
