import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

export interface Identity {
  sub: string;
  email?: string;
  email_verified?: boolean;
}

/** A real OpenID provider on the loopback, in which one person is always the one that signs in. */
export interface OpenIdServer {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who sits at the browser from now on. */
  person: Identity;
  /** Redirect URIs are known at once: the bank registers before anybody signs in. */
  close(): Promise<void>;
}

export async function startOpenIdServer(options: {
  redirectUris: string[];
  /** Puts the e-mail claims into the ID token; else they are asked for. */
  claimsInToken?: boolean;
}): Promise<OpenIdServer> {
  let answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> = async () => undefined;
  const http = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server: OpenIdServer = {
    issuer,
    clientId: 'tenken',
    clientSecret: 'a secret that the bank and its provider share',
    person: { sub: 'nobody' },
    async close() {
      http.closeAllConnections();
      await new Promise((closed) => http.close(closed));
    },
  };
  const people = new Map<string, Identity>();
  const provider = new Provider(issuer, configurationOf(server, people, options));
  const handle = provider.callback();
  answer = async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return handle(request, response);
    people.set(server.person.sub, server.person);
    await provider.interactionFinished(request, response, { login: { accountId: server.person.sub } });
  };
  return server;
}

function configurationOf(
  server: OpenIdServer,
  people: ReadonlyMap<string, Identity>,
  options: { redirectUris: string[]; claimsInToken?: boolean },
): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [{ client_id: server.clientId, client_secret: server.clientSecret, redirect_uris: options.redirectUris }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key that only tests know'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: options.claimsInToken !== true,
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => {
      const person = people.get(sub);
      return person && { accountId: sub, claims: () => ({ ...person }) };
    },
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  };
}

/** A browser as far as signing in needs one: cookies by origin, redirects followed until `until` begins the address. */
export async function walkTo(start: string, until: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(start);
  for (let steps = 0; steps < 12; steps++) {
    if (at.href.startsWith(until)) return at;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${at.pathname} led nowhere: ${response.status} ${await response.text()}`);
    at = new URL(location, at);
  }
  throw new Error('the walk did not end');
}
