import { z } from 'zod';
import { accounts } from '@/auth/accounts';
import { mintSystemScope } from '@/auth/mint';
import { newId } from '@/db/new-id';
import { addressSchema } from '@/domain/address';
import { freeTextSchema } from '@/domain/free-text';
import { SELF_TERMS } from '@/domain/self-term';
import type { Outside } from '@/usecases/command';
import { foundBank } from '@/usecases/tenants/found-bank';
import { asHost, tenantBySlug } from '../audit/host';
import { PlainFailure } from '../plain-failure';
import { createTenant } from './create-tenant';

const text = (max: number) =>
  freeTextSchema(max)
    .transform((typed) => typed.trim())
    .refine((typed) => typed !== '' && !typed.includes('\n'));

/** What the host says of a bank when making it; the bank's administrator changes the rest on its settings page. */
export const newBankSchema = z.strictObject({
  /** Short name in the host's commands and in the address of single sign-on: a-z, 0-9 and hyphens. */
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/),
  name: text(100),
  'name-en': text(100),
  'self-term': z.enum(SELF_TERMS),
  'administrator-name': text(100),
  'administrator-address': addressSchema,
});

/**
 * A bank with its first administrator and the built-in editions. Throws PlainFailure when the short name is taken; the
 * same order again completes what a crash left half made. The administrator's address answers mails until the settings
 * say otherwise.
 */
export async function createBank(
  ownerUrl: string,
  outside: Outside,
  order: z.output<typeof newBankSchema>,
): Promise<{ tenantId: string }> {
  const standing = await tenantBySlug(ownerUrl, order.slug);
  if (standing !== null && (await isFounded(ownerUrl, standing))) {
    throw new PlainFailure(`${order.slug}: この短縮名はすでに使われています / this short name is taken`);
  }
  const tenantId = standing ?? newId();
  const profile = {
    name: order.name,
    nameEn: order['name-en'],
    selfTerm: order['self-term'],
    department: '',
    departmentEn: '',
    telephone: '',
    replyAddress: order['administrator-address'],
    businessHours: '',
  };
  if (standing === null) await createTenant(ownerUrl, { id: tenantId, slug: order.slug, profile }, outside.clock.now());
  const userId = await accounts.ensure(order['administrator-address']);
  await foundBank(outside, mintSystemScope(tenantId), {
    members: [{ userId, name: order['administrator-name'], roles: ['administrator'], auditorUntil: null }],
    vendors: [],
  });
  return { tenantId };
}

/** A bank's chain begins with its founding: without an event, only its short name was taken. */
function isFounded(ownerUrl: string, tenantId: string): Promise<boolean> {
  return asHost(ownerUrl, tenantId, async (sql) => {
    const [head] = await sql<{ seq: number }[]>`
      select seq::float8 as seq from tenant.audit_head where tenant_id = ${tenantId}`;
    return (head?.seq ?? 0) > 0;
  });
}
