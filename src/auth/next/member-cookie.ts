import 'server-only';
import { cookies } from 'next/headers';
import { getServerSession, type NextAuthOptions } from 'next-auth';
import type { Adapter } from 'next-auth/adapters';
import { COOKIES } from '@/auth/cookies';
import { identityTransaction } from '@/auth/doors';
import { endMemberSession, findMemberSession } from '@/auth/member-session';
import { nextAuthSecret } from '@/auth/secrets';

/** next-auth reads our database sessions; making them is our own command's work (no provider is registered here). */
const sessionsOnly: Adapter = {
  async getSessionAndUser(token) {
    const session = await identityTransaction((tx) => findMemberSession(tx, token, new Date()));
    if (!session) return null;
    const { userId, address, expires } = session;
    return {
      session: { sessionToken: token, userId, expires },
      user: { id: userId, email: address, emailVerified: null },
    };
  },
  // Idle and absolute time-outs are the bank's and are measured when a scope is minted: nothing is prolonged here.
  async updateSession() {
    return null;
  },
  async deleteSession(token) {
    await identityTransaction((tx) => endMemberSession(tx, token));
  },
};

function options(): NextAuthOptions {
  return {
    adapter: sessionsOnly,
    providers: [],
    secret: nextAuthSecret(),
    session: { strategy: 'database', maxAge: 12 * 3600, updateAge: 12 * 3600 },
    cookies: {
      sessionToken: {
        name: COOKIES.member,
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
      },
    },
  };
}

/** The token of a member's session that next-auth recognises; null for none. */
export async function memberCookie(): Promise<string | null> {
  const jar = await cookies();
  const token = jar.get(COOKIES.member)?.value ?? null;
  if (token === null) return null;
  return (await getServerSession(options())) ? token : null;
}
