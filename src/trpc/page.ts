import 'server-only';
import { TRPCError } from '@trpc/server';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { signInPathFrom } from '@/domain/own-path';
import { Refusal } from '@/domain/refusal';
import { nextContext } from './next-context';
import { createCaller } from './root';

type Caller = ReturnType<typeof createCaller>;

/**
 * What a page reads before it hands over to its screen. Who is signed out goes to `signInPath` and, for the bank's
 * pages, comes back after signing in; what this person can't
 * see is the same "not found" as what doesn't exist.
 */
export async function pageData<T>(signInPath: string, read: (api: Caller) => Promise<T>): Promise<T> {
  try {
    return await read(createCaller(await nextContext(null)));
  } catch (error) {
    const refusal = error instanceof TRPCError && error.cause instanceof Refusal ? error.cause : null;
    if (refusal?.code === 'sso-required') return redirectToSignIn(providerPath(signInPath, refusal.params.bank));
    if (refusal?.kind === 'signed-out' || refusal?.code === 'not-introduced') return redirectToSignIn(signInPath);
    if (refusal?.kind === 'missing' || refusal?.kind === 'forbidden' || refusal?.code === 'input-invalid') notFound();
    throw error;
  }
}

/** The sign-in page, told that only the bank's own provider opens this bank. */
function providerPath(signInPath: string, bank: unknown): string {
  const url = new URL(signInPath, 'https://own.invalid');
  url.searchParams.delete('idle');
  url.searchParams.set('sso', 'required');
  if (typeof bank === 'string') url.searchParams.set('bank', bank);
  return url.pathname + url.search;
}

/** Sends a visitor to sign in and, from there, back to what was asked for. */
export async function redirectToSignIn(signInPath: string): Promise<never> {
  redirect(signInPathFrom(signInPath, (await headers()).get('x-tenken-path')));
}
