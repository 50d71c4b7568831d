import { eq, inArray } from 'drizzle-orm';
import { identityTransaction, membershipsOf } from '@/auth/doors';
import { isUsable } from '@/auth/member-session';
import { tenant, userAccount } from '@/db/schema/platform';

/** A person's banks that only their own provider opens, with the code that each is found by. */
export function banksBehindProviders(
  address: string,
  now: Date,
): Promise<{ name: string; nameEn: string; code: string }[]> {
  return identityTransaction(async (tx) => {
    const [user] = await tx.select().from(userAccount).where(eq(userAccount.email, address));
    const memberships = user ? await membershipsOf(tx, user.id) : [];
    const closed = memberships.filter((each) => each.identityMode === 'required' && isUsable(each, now));
    if (closed.length === 0) return [];
    const ids = closed.map(({ tenantId }) => tenantId);
    const rows = await tx.select({ id: tenant.id, code: tenant.slug }).from(tenant).where(inArray(tenant.id, ids));
    const codes = new Map(rows.map(({ id, code }) => [id, code]));
    return closed.flatMap(({ tenantId, bankName, bankNameEn }) => {
      const code = codes.get(tenantId);
      return code === undefined ? [] : [{ name: bankName, nameEn: bankNameEn, code }];
    });
  });
}
