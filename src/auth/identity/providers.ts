import { eq } from 'drizzle-orm';
import { memberSession, tenant } from '@/db/schema/platform';
import { env } from '@/env';
import { identityTransaction } from '../doors';
import { sealProviderSecret } from '../secrets';
import { discover } from './discovery';

/** The banks' providers as a use case may know them. */
export const providers = {
  async examine(issuer: string) {
    const discovery = await discover(issuer);
    return 'fault' in discovery ? discovery : { issuer: discovery.document.issuer };
  },
  seal: sealProviderSecret,
  async addresses(tenantId: string) {
    const [row] = await identityTransaction((tx) =>
      tx.select({ bankCode: tenant.slug }).from(tenant).where(eq(tenant.id, tenantId)),
    );
    if (!row) throw new Error('the bank is gone');
    const { bankCode } = row;
    const { TENKEN_URL } = env();
    return {
      bankCode,
      callbackUrl: `${TENKEN_URL}/api/auth/callback/${bankCode}`,
      signInUrl: `${TENKEN_URL}/sign-in?bank=${bankCode}`,
    };
  },
  async endVouchedSessions(tenantId: string) {
    await identityTransaction((tx) => tx.delete(memberSession).where(eq(memberSession.vouchedTenantId, tenantId)));
  },
};
