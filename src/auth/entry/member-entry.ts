import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { identityTransaction, type Membership, membershipsOf } from '@/auth/doors';
import {
  endMemberSession,
  findMemberSession,
  isUsable,
  mintMemberScope,
  requireAdmission,
  sittingOf,
  startMemberSession,
} from '@/auth/member-session';
import { planOneTimeCode, redeemOneTimeCode } from '@/auth/one-time-code';
import { randomToken } from '@/auth/secrets';
import { memberSession, userAccount } from '@/db/schema/platform';
import { addressSchema } from '@/domain/address';
import { admissionOf } from '@/domain/identity-provider';
import { Refusal } from '@/domain/refusal';
import { recordSignIn } from '../record-sign-in';
import { codeSchema, doneSchema } from './entry.schema';
import { entryCase } from './entry-case';

const BROWSER_DAYS = 1;
const DAY_MS = 86_400_000;

const bankChoiceSchema = z.strictObject({
  tenantId: z.uuid(),
  name: z.string(),
  nameEn: z.string(),
  roles: z.array(z.string()),
});

/** What a code opens: banks that don't ask for their own provider. */
const opensByCode = (membership: Membership) => admissionOf({ vouchedTenantId: null }, membership) === 'open';

/**
 * Mails a code to a member's address. An unknown address gets the same answer and no mail; for a person whose banks all
 * ask for their own provider the answer is the same, too, and the mail says where to sign in.
 */
export const requestSignInCode = entryCase({
  action: 'entry.requestSignInCode',
  kind: 'command',
  input: z.strictObject({ address: addressSchema }),
  output: doneSchema,
  async run({ now, locale, cookies, setCookie, wake }, { address }) {
    const browserToken = cookies.browser ?? randomToken();
    const codeId = await identityTransaction(async (tx) => {
      const [user] = await tx.select().from(userAccount).where(eq(userAccount.email, address));
      const memberships = user ? await membershipsOf(tx, user.id) : [];
      const usable = memberships.filter((membership) => isUsable(membership, now));
      const deliverable = usable.some(opensByCode);
      return planOneTimeCode(tx, {
        audience: 'bank',
        address,
        browserToken,
        deliverable,
        mailed: usable.length > 0,
        locale,
        invitation: null,
        now,
      });
    });
    setCookie('browser', browserToken, new Date(now.getTime() + BROWSER_DAYS * DAY_MS));
    await wake({ kind: 'code.send', payload: { codeId } });
    return { done: true as const };
  },
});

/** Exchanges a code for a session. With one bank it is chosen at once; with several the person chooses next. */
export const signIn = entryCase({
  action: 'entry.signIn',
  kind: 'command',
  input: z.strictObject({ code: codeSchema }),
  output: z.strictObject({ banks: z.array(bankChoiceSchema), chosen: z.boolean(), auditor: z.boolean() }),
  async run({ now, cookies, setCookie }, { code }) {
    const browserToken = cookies.browser;
    if (browserToken === null) throw new Refusal('code-expired', {});
    const result = await identityTransaction(async (tx) => {
      const redeemed = await redeemOneTimeCode(tx, { audience: 'bank', browserToken, digits: code, now });
      if ('refused' in redeemed) return redeemed;
      const [user] = await tx.select().from(userAccount).where(eq(userAccount.email, redeemed.address));
      const memberships = user ? await membershipsOf(tx, user.id) : [];
      const usable = memberships.filter((membership) => isUsable(membership, now) && opensByCode(membership));
      if (!user || usable.length === 0) return { refused: new Refusal('code-expired', {}) };
      // A cookie from before is not carried over: the session is new at every sign-in.
      if (cookies.member) await endMemberSession(tx, cookies.member);
      const only = usable.length === 1 ? usable[0] : undefined;
      const session = await startMemberSession(tx, { userId: user.id, tenantId: only?.tenantId ?? null, now });
      if (only) await recordSignIn(tx, { ...only, userId: user.id, now });
      return { session, usable };
    });
    if ('refused' in result) throw result.refused;
    setCookie('member', result.session.token, result.session.expires);
    return {
      banks: result.usable.map(({ tenantId, bankName, bankNameEn, roles }) => ({
        tenantId,
        name: bankName,
        nameEn: bankNameEn,
        roles: [...roles],
      })),
      chosen: result.usable.length === 1,
      auditor: result.usable.length === 1 && result.usable[0]?.roles.includes('auditor') === true,
    };
  },
});

/** Chooses the bank to work for in this session; asked again whenever the person wants to change. */
export const chooseBank = entryCase({
  action: 'entry.chooseBank',
  kind: 'command',
  input: z.strictObject({ tenantId: z.uuid() }),
  output: z.strictObject({ auditor: z.boolean() }),
  async run({ now, cookies }, { tenantId }) {
    return identityTransaction(async (tx) => {
      const session = cookies.member ? await findMemberSession(tx, cookies.member, now) : null;
      if (!session) throw new Refusal('signed-out', {});
      const memberships = await membershipsOf(tx, session.userId);
      const membership = memberships.find((candidate) => candidate.tenantId === tenantId && isUsable(candidate, now));
      if (!membership) throw new Refusal('not-found', {});
      await requireAdmission(tx, session, membership);
      await tx
        .update(memberSession)
        .set({ tenantId, lastSeenAt: now })
        .where(eq(memberSession.sessionToken, session.tokenHash));
      await recordSignIn(tx, { ...membership, userId: session.userId, now });
      return { auditor: membership.roles.includes('auditor') };
    });
  },
});

export const signOut = entryCase({
  action: 'entry.signOut',
  kind: 'command',
  input: z.strictObject({}),
  output: doneSchema,
  async run({ cookies, setCookie }) {
    const { member } = cookies;
    if (member) await identityTransaction((tx) => endMemberSession(tx, member));
    setCookie('member', '', null);
    return { done: true as const };
  },
});

/** Who is signed in and for which bank; the banks to choose from when none is chosen. Null: nobody. */
export const whoAmI = entryCase({
  action: 'entry.whoAmI',
  kind: 'query',
  input: z.strictObject({}),
  output: z
    .strictObject({
      name: z.string(),
      tenantId: z.uuid().nullable(),
      bankName: z.string(),
      bankNameEn: z.string(),
      roles: z.array(z.string()),
      banks: z.array(bankChoiceSchema),
      sitting: z.string(),
    })
    .nullable(),
  async run({ now, cookies }) {
    const { member } = cookies;
    const found = await identityTransaction(async (tx) => {
      const session = member ? await findMemberSession(tx, member, now) : null;
      return session ? { session, memberships: await membershipsOf(tx, session.userId) } : null;
    });
    if (!found) return null;
    const { vouchedTenantId } = found.session;
    const usable = found.memberships.filter(
      (membership) =>
        isUsable(membership, now) && (vouchedTenantId === null || membership.tenantId === vouchedTenantId),
    );
    const chosen = usable.find((membership) => membership.tenantId === found.session.tenantId);
    // The same gate as every request, so that an idle session reads as signed out here too.
    if (chosen) await mintMemberScope(member, now);
    return {
      name: chosen?.memberName ?? usable[0]?.memberName ?? '',
      tenantId: chosen?.tenantId ?? null,
      bankName: chosen?.bankName ?? '',
      bankNameEn: chosen?.bankNameEn ?? '',
      roles: [...(chosen?.roles ?? [])],
      banks: usable.map(({ tenantId, bankName, bankNameEn, roles }) => ({
        tenantId,
        name: bankName,
        nameEn: bankNameEn,
        roles: [...roles],
      })),
      sitting: sittingOf(found.session.tokenHash),
    };
  },
});
