import { z } from 'zod';
import { fetchDocument } from '@/adapters/guarded-http/fetch-document';
import { addressFault, type Reach } from '@/adapters/guarded-http/reach';
import type { IssuerFault } from '@/domain/identity-provider';
import { env } from '@/env';

const FRESH_MS = 10 * 60_000;
const MAX_KNOWN = 500;

/** What a provider says of itself (OpenID Connect Discovery 1.0), as far as signing in needs it. */
const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  response_types_supported: z.array(z.string()).default(['code']),
  id_token_signing_alg_values_supported: z.array(z.string()).default(['RS256']),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});
export type ProviderDocument = z.output<typeof documentSchema>;

export type Discovery = { document: ProviderDocument } | { fault: IssuerFault };

/** Public addresses by TLS; in the embedded mode this machine, too. */
export function providerReach(): Reach {
  return { loopback: env().TENKEN_EMBEDDED };
}

/** Asks a provider about itself and checks that it can do what signing in needs. */
export async function discover(issuer: string): Promise<Discovery> {
  if (!URL.canParse(issuer)) return { fault: 'address' };
  const at = new URL(issuer);
  if (at.search !== '' || at.hash !== '' || at.username !== '' || at.password !== '') return { fault: 'address' };
  const reach = providerReach();
  const answer = await fetchDocument(new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`), reach);
  if ('fault' in answer) return answer;
  const parsed = documentSchema.safeParse(answer.document);
  if (!parsed.success) return { fault: 'no_document' };
  const document = parsed.data;
  if (document.issuer.replace(/\/$/, '') !== issuer.replace(/\/$/, '')) return { fault: 'other_issuer' };
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = document;
  const endpoints = [
    authorization_endpoint,
    token_endpoint,
    jwks_uri,
    ...(userinfo_endpoint ? [userinfo_endpoint] : []),
  ];
  const faults = endpoints.map((endpoint) => addressFault(new URL(endpoint), reach)).filter((fault) => fault !== null);
  if (faults[0]) return { fault: faults[0] };
  return canSignIn(document) ? { document } : { fault: 'incapable' };
}

function canSignIn(document: ProviderDocument): boolean {
  return (
    document.response_types_supported.includes('code') &&
    document.id_token_signing_alg_values_supported.includes('RS256') &&
    document.token_endpoint_auth_methods_supported.some((method) => /^client_secret_(basic|post)$/.test(method))
  );
}

const known = new Map<string, { document: ProviderDocument; until: number }>();

/** As `discover`, for signing in: an answer is good for ten minutes, so that nobody can have a provider asked all day. */
export async function knownProvider(issuer: string): Promise<ProviderDocument | null> {
  const standing = known.get(issuer);
  if (standing && standing.until > Date.now()) return standing.document;
  const discovery = await discover(issuer);
  if ('fault' in discovery) return null;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(issuer, { document: discovery.document, until: Date.now() + FRESH_MS });
  return discovery.document;
}
