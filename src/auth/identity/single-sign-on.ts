import { cookieJar } from '@/auth/cookies';
import { type BankProvider, identityTransaction, providerOf } from '@/auth/doors';
import { beginOpenId, endOpenId, type OpenIdBank } from '@/auth/next/open-id-flow';
import { openProviderSecret } from '@/auth/secrets';
import { bankCodeSchema } from '@/domain/identity-provider';
import { knownProvider } from './discovery';
import { type Entered, enterByProvider, type NotEntered } from './enter-by-provider';

/**
 * Why a sign-in came to nothing, for the log. The page says one sentence for `unavailable` (no such bank, or a bank
 * without single sign-on) and one for all the rest.
 */
export type Failure = NotEntered | 'unavailable' | 'provider-silent' | 'not-begun' | 'unsealable' | 'not-verified';

const textOf = (value: unknown): value is string => typeof value === 'string' && value.length <= 4_000;

/** Sends a browser to a bank's provider: the address, and the cookies that it must bring back. */
export async function beginSingleSignOn(bankCode: string): Promise<{ url: string; cookies: string[] } | Failure> {
  const bank = await bankBehind(bankCode);
  if (typeof bank === 'string') return bank;
  return (await beginOpenId(bank.openId)) ?? 'not-begun';
}

/**
 * What comes of a provider's answer. `cookies` are to be set whatever came of it; the member's session is not among them.
 */
export async function endSingleSignOn(
  bankCode: string,
  brought: { answer: Record<string, unknown>; cookieHeader: string | null; standingToken: string | null; now: Date },
): Promise<{ outcome: Entered | Failure; cookies: string[] }> {
  const bank = await bankBehind(bankCode);
  if (typeof bank === 'string') return { outcome: bank, cookies: [] };
  const query = Object.fromEntries(
    ['code', 'state', 'iss', 'error'].flatMap((name) => {
      const value = brought.answer[name];
      return textOf(value) ? [[name, value]] : [];
    }),
  );
  const cookies = Object.fromEntries(cookieJar(brought.cookieHeader));
  const ended = await endOpenId(bank.openId, { query, cookies });
  if (ended.claims === null) return { outcome: 'not-verified', cookies: ended.cookies };
  const entered = await enterByProvider(bank.code, bank.provider, ended.claims, brought);
  return { outcome: 'refused' in entered ? entered.refused : entered, cookies: ended.cookies };
}

async function bankBehind(
  typed: string,
): Promise<{ code: string; provider: BankProvider; openId: OpenIdBank } | Failure> {
  const code = bankCodeSchema.safeParse(typed).data;
  const provider = code === undefined ? null : await identityTransaction((tx) => providerOf(tx, code));
  if (code === undefined || provider === null) return 'unavailable';
  const { tenantId, clientId } = provider;
  const document = await knownProvider(provider.issuer);
  if (document === null) return 'provider-silent';
  try {
    const clientSecret = openProviderSecret(tenantId, provider.clientSecretSealed);
    return { code, provider, openId: { tenantId, code, document, clientId, clientSecret } };
  } catch {
    // Sealed under an earlier secret of the server: an administrator has to enter it again.
    return 'unsealable';
  }
}
