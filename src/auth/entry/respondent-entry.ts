import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Grant, grantOf, identityTransaction, isLive, isResting, liveGrantsOf } from '@/auth/doors';
import { planOneTimeCode, redeemOneTimeCode } from '@/auth/one-time-code';
import { isKnownToOrganisation } from '@/auth/organisations';
import {
  endRespondentSession,
  introduce as keepIntroduction,
  lastIntroduction,
  requireRespondentSession,
  startRespondentSession,
} from '@/auth/respondent-session';
import { randomToken, tokenHash } from '@/auth/secrets';
import { appendEvents } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { invitation } from '@/db/schema/campaign';
import { assumeRole } from '@/db/scope';
import { addressSchema } from '@/domain/address';
import { bankDateOf } from '@/domain/deadline';
import { freeTextSchema } from '@/domain/free-text';
import { hasLapsed } from '@/domain/prior-answer';
import { Refusal } from '@/domain/refusal';
import {
  assessmentLineSchema,
  codeSchema,
  doneSchema,
  introductionSchema,
  invitationSchema,
  linkTokenSchema,
} from './entry.schema';
import { entryCase } from './entry-case';

const BROWSER_DAYS = 1;
const DAY_MS = 86_400_000;

/** What a link asks for. Reads only: a mail scanner that follows it changes nothing. Throws `link-unusable`. */
export const describeInvitation = entryCase({
  action: 'entry.describeInvitation',
  kind: 'query',
  input: z.strictObject({ token: linkTokenSchema }),
  output: invitationSchema,
  async run({ now }, { token }) {
    const grant = await identityTransaction((tx) => grantOf(tx, tokenHash(token)));
    requireLive(grant, now);
    return {
      bankName: grant.bankName,
      bankNameEn: grant.bankNameEn,
      department: grant.department,
      departmentEn: grant.departmentEn,
      telephone: grant.telephone,
      replyAddress: grant.replyAddress,
      businessHours: grant.businessHours,
      vendorName: grant.vendorName,
      serviceName: grant.serviceName,
      campaignName: grant.campaignName,
      fiscalYear: grant.fiscalYear,
      editionTitle: grant.editionTitle,
      referenceDate: grant.referenceDate,
      dueDate: grant.dueDate,
      closingTime: grant.closingTime,
      itemCount: grant.itemCount,
      answeredCount: answeredOf(grant, now),
      state: grant.assessmentState,
      maskedAddress: maskAddress(grant.address),
      assessmentId: grant.assessmentId,
    };
  },
});

/**
 * Mails a code to the invited address (with a link) or to a typed one (some gateways strip links). An address that
 * nobody invited gets the same answer and no mail.
 */
export const requestRespondentCode = entryCase({
  action: 'entry.requestRespondentCode',
  kind: 'command',
  input: z.union([z.strictObject({ token: linkTokenSchema }), z.strictObject({ address: addressSchema })]),
  output: doneSchema,
  async run({ now, locale, cookies, setCookie, wake }, input) {
    const browserToken = cookies.browser ?? randomToken();
    const codeId = await identityTransaction(async (tx) => {
      let grant: Grant | null = null;
      let address: string;
      if ('token' in input) {
        grant = await grantOf(tx, tokenHash(input.token));
        requireLive(grant, now);
        address = grant.address;
      } else {
        address = input.address;
      }
      const deliverable =
        grant !== null ||
        (await liveGrantsOf(tx, address, now)).length > 0 ||
        (await isKnownToOrganisation(tx, address));
      return planOneTimeCode(tx, {
        audience: 'respondent',
        address,
        browserToken,
        deliverable,
        locale: grant?.language ?? locale,
        invitation: grant && { tenantId: grant.tenantId, invitationId: grant.invitationId },
        now,
      });
    });
    setCookie('browser', browserToken, new Date(now.getTime() + BROWSER_DAYS * DAY_MS));
    await wake({ kind: 'code.send', payload: { codeId } });
    return { done: true as const };
  },
});

/** Exchanges a code for a session, and records the sign-in with every assessment that it opens. */
export const respondentSignIn = entryCase({
  action: 'entry.respondentSignIn',
  kind: 'command',
  input: z.strictObject({ code: codeSchema }),
  output: z.strictObject({
    assessmentId: z.uuid().nullable(),
    introduced: z.boolean(),
    lastTime: introductionSchema,
    assessments: z.array(assessmentLineSchema),
  }),
  async run({ now, cookies, setCookie }, { code }) {
    const browserToken = cookies.browser;
    if (browserToken === null) throw new Refusal('code-expired', {});
    const result = await identityTransaction(async (tx) => {
      const redeemed = await redeemOneTimeCode(tx, { audience: 'respondent', browserToken, digits: code, now });
      if ('refused' in redeemed) return redeemed;
      const session = await startRespondentSession(tx, redeemed.address, now);
      const lastTime = await lastIntroduction(tx, session.personId);
      if (cookies.respondent) await endRespondentSession(tx, cookies.respondent);
      const grants = await liveGrantsOf(tx, redeemed.address, now);
      await recordOpening(tx, grants, session.personId, now);
      return { session, grants, lastTime, invitationId: redeemed.invitationId };
    });
    if ('refused' in result) throw result.refused;
    setCookie('respondent', result.session.token, result.session.expires);
    const invited = result.grants.find((grant) => grant.invitationId === result.invitationId) ?? onlyOne(result.grants);
    return {
      assessmentId: invited?.assessmentId ?? null,
      introduced: false,
      lastTime: result.lastTime,
      assessments: result.grants.map((grant) => lineOf(grant, now)),
    };
  },
});

/** Name and department, stated after the code: shared mailboxes are usual. */
export const introduce = entryCase({
  action: 'entry.introduce',
  kind: 'command',
  input: z.strictObject({ name: freeTextSchema(100), department: freeTextSchema(100) }),
  output: doneSchema,
  async run({ now, cookies }, said) {
    const name = said.name.trim();
    const department = said.department.trim();
    if (name === '' || department === '') throw new Refusal('not-introduced', {});
    await identityTransaction(async (tx) => {
      const session = await requireRespondentSession(tx, cookies.respondent, now);
      await keepIntroduction(tx, session, { name, department });
    });
    return { done: true as const };
  },
});

/** Everything that is asked of the signed-in person, over all banks and companies. */
export const myAssessments = entryCase({
  action: 'entry.myAssessments',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    name: z.string().nullable(),
    department: z.string().nullable(),
    lastTime: introductionSchema,
    assessments: z.array(assessmentLineSchema),
  }),
  async run({ now, cookies }) {
    return identityTransaction(async (tx) => {
      const session = await requireRespondentSession(tx, cookies.respondent, now);
      const grants = await liveGrantsOf(tx, session.address, now);
      return {
        name: session.name,
        department: session.department,
        lastTime: await lastIntroduction(tx, session.personId),
        assessments: grants.map((grant) => lineOf(grant, now)),
      };
    });
  },
});

export const respondentSignOut = entryCase({
  action: 'entry.respondentSignOut',
  kind: 'command',
  input: z.strictObject({}),
  output: doneSchema,
  async run({ cookies, setCookie }) {
    const { respondent } = cookies;
    if (respondent) await identityTransaction((tx) => endRespondentSession(tx, respondent));
    setCookie('respondent', '', null);
    return { done: true as const };
  },
});

/** `link-unusable` for every link that opens nothing, whatever the reason; `bank-resting` for one that will again. */
function requireLive(grant: Grant | null, now: Date): asserts grant is Grant {
  if (grant && isResting(grant, now)) throw new Refusal('bank-resting', { bank: grant.bankName });
  if (!grant || !isLive(grant, now)) throw new Refusal('link-unusable', {});
}

/** t****a@example.jp: enough to recognise one's own address, too little to learn somebody's. */
function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const shown = local.length > 2 ? `${local.slice(0, 1)}****${local.slice(-1)}` : '****';
  return shown + address.slice(at);
}

function onlyOne(grants: readonly Grant[]): Grant | undefined {
  return grants.length === 1 ? grants[0] : undefined;
}

function lineOf(grant: Grant, now: Date): z.input<typeof assessmentLineSchema> {
  return {
    assessmentId: grant.assessmentId,
    bankName: grant.bankName,
    bankNameEn: grant.bankNameEn,
    campaignName: grant.campaignName,
    fiscalYear: grant.fiscalYear,
    vendorName: grant.vendorName,
    serviceName: grant.serviceName,
    dueDate: grant.dueDate,
    closingTime: grant.closingTime,
    state: grant.assessmentState,
    itemCount: grant.itemCount,
    answeredCount: answeredOf(grant, now),
  };
}

/** How many answers nothing hinders today. */
function answeredOf({ assessmentState, completeCount, lapseDays }: Grant, now: Date): number {
  const today = bankDateOf(now);
  return completeCount - lapseDays.filter((day) => hasLapsed(assessmentState, day, today)).length;
}

/** Marks the invitations as opened（開封）and writes the event, tenant by tenant in one order so that none waits on another. */
async function recordOpening(tx: Transaction, grants: readonly Grant[], personId: string, now: Date): Promise<void> {
  const ordered = grants.toSorted((a, b) => (a.tenantId + a.assessmentId < b.tenantId + b.assessmentId ? -1 : 1));
  for (const { tenantId, assessmentId, campaignId, invitationId } of ordered) {
    await assumeRole(tx, { role: 'tenken_respondent', tenantId, assessmentId, invitationId });
    await tx
      .update(invitation)
      .set({ openedAt: now })
      .where(and(eq(invitation.id, invitationId), isNull(invitation.openedAt)));
    await appendEvents(tx, { tenantId, actor: { kind: 'respondent', id: personId, name: '', department: '' }, now }, [
      { kind: 'respondent.signed_in', campaignId, assessmentId, objects: [invitationId], payload: {} },
    ]);
  }
}
