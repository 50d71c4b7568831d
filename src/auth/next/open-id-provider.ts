import type { OAuthConfig } from 'next-auth/providers/oauth';
import { type CustomHttpOptionsProvider, custom, TokenSet } from 'openid-client';
import { z } from 'zod';
import { agentFor } from '@/adapters/guarded-http/agents';
import { type ProviderDocument, providerReach } from '../identity/discovery';

/** What a provider says of a person, as far as we believe it. */
export const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  /** Anything but true is no verified address, the text "true" included. */
  email_verified: z.unknown(),
});
export type Claims = z.output<typeof claimsSchema>;

/** Every request that the library makes goes to addresses that the provider chose: each by a guarded agent. */
const guarded: CustomHttpOptionsProvider = (url) => ({ agent: agentFor(url, providerReach()), timeout: 5_000 });

/**
 * A bank's provider for next-auth, built for one request: authorization code with PKCE, state and nonce, an ID token
 * whose signature, issuer, audience and nonce are checked, and the e-mail claims from where the provider puts them.
 */
export function openIdProvider(bank: {
  code: string;
  document: ProviderDocument;
  clientId: string;
  clientSecret: string;
}): OAuthConfig<Claims> {
  const { document } = bank;
  const asksForBasic = document.token_endpoint_auth_methods_supported.includes('client_secret_basic');
  return {
    id: bank.code,
    name: bank.code,
    type: 'oauth',
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    issuer: document.issuer,
    clientId: bank.clientId,
    clientSecret: bank.clientSecret,
    client: { token_endpoint_auth_method: asksForBasic ? 'client_secret_basic' : 'client_secret_post' },
    authorization: { url: document.authorization_endpoint, params: { scope: 'openid email' } },
    jwks_endpoint: document.jwks_uri,
    token: {
      url: document.token_endpoint,
      async request({ client, provider, params, checks }) {
        client[custom.http_options] = guarded;
        client.issuer[custom.http_options] = guarded;
        if (document.authorization_response_iss_parameter_supported && params.iss === undefined) {
          throw new Error('the answer names no issuer');
        }
        return { tokens: await client.callback(provider.callbackUrl, params, { ...checks, response_type: 'code' }) };
      },
    },
    userinfo: {
      ...(document.userinfo_endpoint ? { url: document.userinfo_endpoint } : {}),
      async request({ client, tokens }) {
        const set = new TokenSet(tokens);
        const signed = set.claims();
        const isWhole = signed.email !== undefined && signed.email_verified !== undefined;
        if (isWhole || document.userinfo_endpoint === undefined || tokens.access_token === undefined) return signed;
        // The set, not the bare token: the answer must then be about the same person.
        // The two claims come as a pair from one place: an address here is not verified by a word from there.
        const { email, email_verified } = await client.userinfo(set);
        return { ...signed, email, email_verified };
      },
    },
    profile: ({ sub }) => ({ id: sub }),
  };
}
