import { existsSync, globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityTransaction } from '@/auth/doors';
import { startMemberSession } from '@/auth/member-session';
import { foundOrganisation } from '@/auth/organisations';
import { introduce, requireRespondentSession, startRespondentSession } from '@/auth/respondent-session';
import { newId } from '@/db/new-id';
import { service, vendor, vendorContact } from '@/db/schema/bank';
import { editionMapping } from '@/db/schema/checklist';
import { fileImport } from '@/db/schema/file-import';
import { exportFile } from '@/db/schema/record';
import { acceptance, round } from '@/db/schema/review';
import { chainLink, vendorDocument } from '@/db/schema/vendor-register';
import { ROLE_TABLE } from '@/domain/access';
import { EMPTY_ANSWER } from '@/domain/answer';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import type { RequestContext } from '@/trpc/context';
import { sendDocument, takeDocument } from '@/trpc/document-routes';
import { sendEvidence, sendSubmittedEvidence, takeEvidence } from '@/trpc/evidence-routes';
import { FILE_ROUTES, sendExport } from '@/trpc/file-route';
import { giveItems } from '@/usecases/delegations/give-items';
import { uploadForm } from '@/usecases/forms/upload-form';
import { inviteToOrganisation } from '@/usecases/master/invite-to-organisation';
import { keepInMaster } from '@/usecases/master/keep-in-master';
import { showOrganisation } from '@/usecases/master/show-organisation';
import { askQuestion } from '@/usecases/questions/ask-question';
import { askForLink } from '@/usecases/testing/ask-for-link';
import {
  foundTestBank,
  launchTestCampaign,
  nameCampaign,
  respondentOf,
  type TestBank,
  testOutside,
  vendorItems,
} from '@/usecases/testing/bank-fixture';
import { addTestEvidence } from '@/usecases/testing/evidence-fixture';
import { idFields, sampleInput, withId } from './sample-input';
import { call, procedures, type WalkedProcedure, withoutRow } from './walker';

const ROLES = ['administrator', 'operator', 'reviewer', 'approver', 'viewer'] as const;
const NEVER = '018f0000-0000-7000-8000-00000000dead';
/** Filters of a list: an id of nobody finds nothing, which is no refusal, and must look the same for another's id. */
const FILTERS = ['bank.gaps.list'];

interface Ids {
  [field: string]: string;
}

let database: TestDatabase;
let bank: TestBank;
let own: Ids;
let foreign: Ids;
/** Of the same tenant, outside the respondent's assessment and the auditor's campaigns. */
let sibling: Ids;
const outside = testOutside(new Date());
const tokens = new Map<string, string>();

beforeAll(async () => {
  database = await testDatabase();
  const now = outside.clock.now();
  const dueDate = '2099-12-25';
  bank = await foundTestBank(database, { slug: 'aoba', now });
  const other = await foundTestBank(database, { slug: 'midori', now });
  const mine = await launchTestCampaign(bank, outside, { dueDate });
  const second = await launchTestCampaign(bank, outside, { dueDate });
  const theirs = await launchTestCampaign(other, outside, { dueDate });
  await nameCampaign(bank, mine.campaignId, now);
  own = await idsOf(bank, mine.campaignId, mine.assessmentIds[0] ?? '');
  sibling = await idsOf(bank, second.campaignId, second.assessmentIds[1] ?? '');
  foreign = await idsOf(other, theirs.campaignId, theirs.assessmentIds[0] ?? '');
  await identityTransaction(async (tx) => {
    for (const role of [...ROLES, 'auditor'] as const) {
      const scope = role === 'auditor' ? bank.auditor : bank.members[role];
      const session = await startMemberSession(tx, { userId: scope.userId, tenantId: bank.tenantId, now });
      tokens.set(role, session.token);
    }
    const { token } = await startRespondentSession(tx, 'contact1@aoba-vendor.example', now);
    await introduce(tx, await requireRespondentSession(tx, token, now), { name: '田中', department: '室' });
    tokens.set('respondent', token);
  });
  Object.assign(own, await keepOrganisation(tokens.get('respondent') ?? '', own));
  const stranger = await identityTransaction(async (tx) => {
    const { token } = await startRespondentSession(tx, 'contact1@midori-vendor.example', now);
    await introduce(tx, await requireRespondentSession(tx, token, now), { name: '鈴木', department: '室' });
    return token;
  });
  const theirOrganisation = await keepOrganisation(stranger, foreign);
  Object.assign(foreign, theirOrganisation);
  Object.assign(sibling, theirOrganisation);
});
afterAll(() => database.drop());

async function idsOf(of: TestBank, campaignId: string, assessmentId: string): Promise<Ids> {
  const items = await vendorItems(of, campaignId);
  const [first] = await of.system.transaction((tx) =>
    tx
      .select({ serviceId: service.id, vendorId: vendor.id })
      .from(service)
      .innerJoin(vendor, eq(vendor.id, service.vendorId)),
  );
  return {
    tenantId: of.tenantId,
    campaignId,
    campaignIds: campaignId,
    assessmentId,
    assessmentIds: assessmentId,
    itemId: items[0]?.id ?? '',
    itemIds: items[0]?.id ?? '',
    memberId: of.members.viewer.memberId,
    inChargeId: of.members.viewer.memberId,
    editionId: of.editionId,
    fromEditionId: of.editionId,
    toEditionId: of.editionId,
    mappingId: await keepMapping(of),
    serviceId: first?.serviceId ?? '',
    serviceIds: first?.serviceId ?? '',
    vendorId: first?.vendorId ?? '',
    exportId: await keepExport(of, campaignId),
    importId: await keepImport(of),
    ...(await keepRegister(of, first?.vendorId ?? '')),
    invitationId: await keepColleague(of, assessmentId, items[0]?.id ?? ''),
    ...(await keepRound(of, campaignId, assessmentId)),
    uploadId: await keepForm(of, assessmentId),
    requestId: await askForLink(of, assessmentId, outside.clock.now()),
    questionId: await keepQuestion(of, assessmentId, items[0]?.id ?? ''),
    evidenceId: await keepEvidence(of, assessmentId, items[0]?.id ?? ''),
  };
}

/** A colleague whom the vendor's lead asked for an item; returns the colleague's invitation. */
async function keepColleague(of: TestBank, assessmentId: string, itemId: string): Promise<string> {
  const lead = await respondentOf(of, assessmentId);
  const asked = { name: '小林', address: `${newId()}@vendor.example`, language: 'ja', message: '' } as const;
  const { invitationId } = await giveItems(testOutside(), lead, { ...asked, assessmentId, itemIds: [itemId] });
  return invitationId;
}

/** A form that came back for an assessment and waits. */
async function keepForm(of: TestBank, assessmentId: string): Promise<string> {
  const lead = await respondentOf(of, assessmentId);
  const form = { fileName: '回答用シート.xlsx', content: new Uint8Array([80, 75]), cells: [] };
  return (await uploadForm(testOutside(), lead, { assessmentId, ...form })).uploadId;
}

/** A question of a vendor's that waits for the bank. */
async function keepQuestion(of: TestBank, assessmentId: string, itemId: string): Promise<string> {
  const lead = await respondentOf(of, assessmentId);
  return (await askQuestion(testOutside(), lead, { assessmentId, itemId, text: '質問' })).questionId;
}

/** A file that shows something for an item and was not submitted. */
async function keepEvidence(of: TestBank, assessmentId: string, itemId: string): Promise<string> {
  return (await addTestEvidence(testOutside(), await respondentOf(of, assessmentId), itemId)).file.evidenceId;
}

/** The answer master of a respondent organisation with an answer and an invitation to join. */
async function keepOrganisation(
  token: string,
  { tenantId = '', assessmentId = '', serviceId = '' }: Ids,
): Promise<Ids> {
  const scope = await foundOrganisation(token, 'かけはし', outside.clock.now());
  const { masterServiceId } = await keepInMaster(outside, scope, {
    service: { name: '口座連携' },
    offered: {
      serviceId,
      source: { tenantId, assessmentId, bankName: '', bankNameEn: '', campaignName: '' },
      answers: [
        {
          questionHash: 'a',
          objective: '目標',
          namedData: [],
          content: EMPTY_ANSWER,
          writtenAt: outside.clock.now(),
          attestedAt: null,
          place: { number: '1', category: '体制', position: 1 },
        },
      ],
    },
  });
  const { joiningId } = await inviteToOrganisation(outside, scope, { address: `${newId()}@v.example`, language: 'ja' });
  const { services } = await showOrganisation(outside, scope, {});
  return {
    masterServiceId,
    joiningId,
    answerId: services[0]?.answers[0]?.answerId ?? '',
    personId: scope.actor.id,
  };
}

/** A person, a company behind it and a paper of a vendor. */
async function keepRegister(of: TestBank, vendorId: string): Promise<Ids> {
  const place = { tenantId: of.tenantId, vendorId };
  const ids = { contactId: newId(), chainLinkId: newId(), documentId: newId() };
  const contact = { name: '写し', address: `${ids.contactId}@vendor.example`, language: 'ja', kind: 'copy' } as const;
  await of.system.transaction(async (tx) => {
    await tx.insert(vendorContact).values({ ...place, ...contact, id: ids.contactId });
    await tx.insert(chainLink).values({ ...place, id: ids.chainLinkId, kind: 'chain', name: '連鎖接続先' });
    await tx.insert(vendorDocument).values({
      ...place,
      id: ids.documentId,
      title: '契約書',
      kind: 'contract',
      fileName: '契約書.pdf',
      mediaType: 'application/pdf',
      size: 2,
      sha256: '0'.repeat(64),
      content: new Uint8Array([37, 80]),
      addedBy: of.system.actor,
      addedAt: outside.clock.now(),
    });
  });
  return { ...ids, parentId: ids.chainLinkId };
}

/** A pair of items that somebody set by hand. */
async function keepMapping(of: TestBank): Promise<string> {
  const id = newId();
  await of.system.transaction((tx) =>
    tx.insert(editionMapping).values({
      tenantId: of.tenantId,
      id,
      fromEditionId: of.editionId,
      toEditionId: of.editionId,
      fromItemId: id,
      toItemId: null,
      by: of.system.actor,
      at: outside.clock.now(),
    }),
  );
  return id;
}

/** A ready file of a campaign. */
async function keepExport(of: TestBank, campaignId: string): Promise<string> {
  const id = newId();
  const at = outside.clock.now();
  await of.system.transaction((tx) =>
    tx.insert(exportFile).values({
      tenantId: of.tenantId,
      id,
      campaignId,
      kind: 'campaign_xlsx',
      locale: 'ja',
      state: 'ready',
      requestedBy: of.system.actor,
      requestedAt: at,
      readyAt: at,
      fileName: '点検.xlsx',
      sha256: '0'.repeat(64),
      content: new Uint8Array([80, 75]),
    }),
  );
  return id;
}

/** A file that was uploaded and put away. */
async function keepImport(of: TestBank): Promise<string> {
  const id = newId();
  await of.system.transaction((tx) =>
    tx.insert(fileImport).values({
      tenantId: of.tenantId,
      id,
      kind: 'vendors',
      fileName: '一覧.csv',
      sha256: '0'.repeat(64),
      content: new Uint8Array([97]),
      state: 'discarded',
      requestedBy: of.system.actor,
      requestedAt: outside.clock.now(),
    }),
  );
  return id;
}

/** A round that was taken back and a proposal that was rejected: rows to name that change nothing else. */
async function keepRound(of: TestBank, campaignId: string, assessmentId: string): Promise<Ids> {
  const place = { tenantId: of.tenantId, campaignId, assessmentId };
  const at = outside.clock.now();
  const ids = { roundId: newId(), acceptanceId: newId() };
  await of.system.transaction(async (tx) => {
    await tx.insert(round).values({
      ...place,
      id: ids.roundId,
      number: 1,
      state: 'taken_back',
      submittedAt: at,
      submittedBy: of.system.actor,
      submitterName: '田中',
      submitterTitle: '室長',
      receiptHash: '0'.repeat(64),
      afterDue: 'in_time',
    });
    await tx.insert(acceptance).values({
      ...place,
      id: ids.acceptanceId,
      roundId: ids.roundId,
      state: 'rejected',
      summary: '',
      proposedBy: of.system.actor,
      proposedAt: at,
    });
  });
  return ids;
}

function contextOf(who: string | null): RequestContext {
  const token = who === null ? null : (tokens.get(who) ?? null);
  return {
    outside,
    locale: 'ja',
    cookies: {
      member: who === 'respondent' ? null : token,
      respondent: who === 'respondent' ? token : null,
      browser: null,
    },
    setCookie: () => undefined,
  };
}

const SAMPLES: Record<string, unknown> = {
  dueDate: '2099-12-28',
  referenceDate: '2026-11-30',
  issued: '2026-04-01',
  asOf: null,
  fiscalYear: 2026,
  address: 'somebody@example.jp',
  code: '123456',
  content: { ...EMPTY_ANSWER, status: 'met', current: '実施済み' },
  replyAddress: 'somebody@example.jp',
  closingTime: '17:00',
  idleMinutes: 30,
  mailTexts: {},
  choices: {},
};

/** Where a field's name means something else than everywhere. */
const SAMPLES_OF: Record<string, Record<string, unknown>> = {
  'bank.settings.saveLogo': { content: null },
};

function inputFor(procedure: WalkedProcedure): unknown {
  const samples = { ...SAMPLES, ...SAMPLES_OF[procedure.path] };
  return sampleInput(procedure.input, (name) => {
    if (Object.hasOwn(samples, name)) return samples[name];
    const id = own[name];
    return id !== undefined ? (name.endsWith('Ids') ? [id] : id) : undefined;
  });
}

const walked = procedures();
const standingsOf = (procedure: WalkedProcedure): string[] => {
  if (procedure.audience === 'entry') return [procedure.path === 'entry.joinOrganisation' ? 'respondent' : 'operator'];
  if (procedure.audience === 'respondent' || procedure.audience === 'organisation') return ['respondent'];
  if (procedure.audience === 'auditor') return ['auditor'];
  return [...ROLES];
};
const permitted = (procedure: WalkedProcedure, who: string) => {
  const row = (ROLE_TABLE[procedure.audience] as Record<string, readonly string[]>)[procedure.action] ?? [];
  return procedure.audience === 'bank' ? row.includes(who) : true;
};

describe('every procedure', () => {
  it('has a row in the role table, and a new one without is noticed', () => {
    expect(withoutRow(walked)).toEqual([]);
    expect(withoutRow([{ path: 'bank.vendors.invented', audience: 'bank', action: 'vendors.invented' }])).toHaveLength(
      1,
    );
  });

  it.each(walked.map((procedure) => [procedure.path, procedure] as const))(
    '%s is closed to who has no scope or no role',
    async (path, procedure) => {
      const input = inputFor(procedure);
      if (procedure.audience !== 'entry') {
        expect(await call(contextOf(null), path, input)).toMatchObject({ refusal: 'signed-out' });
      }
      for (const who of [...ROLES, 'auditor', 'respondent']) {
        if (standingsOf(procedure).includes(who) && permitted(procedure, who)) continue;
        if (procedure.audience === 'entry') continue;
        const answer = await call(contextOf(who), path, input);
        expect(answer, who).not.toHaveProperty('ok');
        expect(answer, who).toMatchObject({ refusal: expect.stringMatching(/^(not-permitted|signed-out)$/) });
      }
    },
  );

  it.each(walked.map((procedure) => [procedure.path, procedure] as const))(
    '%s answers ids beyond the scope as ids that never existed',
    async (path, procedure) => {
      for (const field of idFields(procedure.input)) {
        const base = inputFor(procedure);
        expect(own, `the walker knows no id for ${field.name}`).toHaveProperty(field.name);
        for (const who of standingsOf(procedure).filter((each) => permitted(procedure, each))) {
          const never = await call(contextOf(who), path, withId(base, field, NEVER));
          const beyond = [foreign[field.name] ?? ''];
          if (who === 'respondent' || who === 'auditor') beyond.push(sibling[field.name] ?? '');
          for (const id of beyond.filter((each) => each !== own[field.name])) {
            expect(await call(contextOf(who), path, withId(base, field, id)), `${field.name} as ${who}`).toEqual(never);
          }
          if (!FILTERS.includes(path))
            expect(never, `${field.name} as ${who}`).toMatchObject({ code: 'NOT_FOUND', refusal: 'not-found' });
        }
      }
    },
  );

  it.each(walked.map((procedure) => [procedure.path, procedure] as const))(
    '%s refuses unknown keys and rubbish with a sentence',
    async (path, procedure) => {
      const [who] = standingsOf(procedure).filter((each) => permitted(procedure, each));
      const context = contextOf(who ?? null);
      const input = inputFor(procedure) as Record<string, unknown>;
      expect(await call(context, path, { ...input, tenantIdOfAnother: NEVER })).toMatchObject({
        refusal: 'input-invalid',
      });
      for (const rubbish of [
        undefined,
        null,
        0,
        'x',
        [],
        [input],
        { ...input, campaignId: { $ne: 1 } },
        '\u0000'.repeat(100),
      ]) {
        const answer = await call(context, path, rubbish);
        if ('ok' in answer) continue;
        expect(answer.code, JSON.stringify(rubbish)).not.toBe('INTERNAL_SERVER_ERROR');
      }
    },
  );
});

describe('every file route', () => {
  const take = async (who: string | null, id: string) => {
    const response = await sendExport(contextOf(who), id);
    return { status: response.status, text: response.status === 200 ? '' : await response.text() };
  };

  it('has a row in the role table and is found in the app', () => {
    expect(FILE_ROUTES.length).toBeGreaterThan(0);
    for (const { path, audience, action } of FILE_ROUTES) {
      expect(withoutRow([{ path, audience, action }])).toEqual([]);
      expect(existsSync(fileURLToPath(new URL(`../../app${path}/route.ts`, import.meta.url)))).toBe(true);
    }
    const routes = globSync('src/app/api/**/route.ts').filter((path) => !/\/(trpc|auth)\//.test(path));
    expect(routes).toHaveLength(new Set(FILE_ROUTES.map(({ path }) => path)).size);
  });

  it('but the doorstep of single sign-on, which reads and gives no file: it is for nobody known, and is these two', () => {
    const doorstep = { 'signin/[bank]': 'entry.beginSingleSignOn', 'callback/[bank]': 'entry.endSingleSignOn' };
    const routes = globSync('src/app/api/auth/**/route.ts');
    expect(routes.map((path) => path.slice('src/app/api/auth/'.length, -'/route.ts'.length)).toSorted()).toEqual(
      Object.keys(doorstep).toSorted(),
    );
    for (const action of Object.values(doorstep)) expect(ROLE_TABLE.entry).toHaveProperty([action], []);
  });

  it.each([...ROLES, 'auditor', 'respondent', null])(
    'for %s: own, another tenant’s, and never existing',
    async (who) => {
      const never = await take(who, NEVER);
      expect(await take(who, foreign.exportId ?? '')).toEqual(never);
      if (who === 'auditor') expect(await take(who, sibling.exportId ?? '')).toEqual(never);
      const mine = await take(who, own.exportId ?? '');
      if (who === null || who === 'respondent') expect(mine).toEqual({ status: 401, text: 'signed-out' });
      else if (who === 'auditor' || ROLE_TABLE.bank['exports.download'].some((role) => role === who)) {
        expect([mine.status, never]).toEqual([200, { status: 404, text: 'not-found' }]);
      } else expect(mine).toEqual({ status: 403, text: 'not-permitted' });
    },
  );

  const addTo = async (who: string | null, vendorId: string, name = '契約書.pdf') => {
    const form = new FormData();
    const fields = { title: '契約書', kind: 'contract', validFrom: '', validTo: '' };
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new File(['%PDF-1.7'], name));
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const response = await takeDocument(contextOf(who), vendorId, request);
    return {
      status: response.status,
      refusal: ((await response.json()) as { refusal?: { code: string } }).refusal?.code,
    };
  };

  it.each([...ROLES, 'auditor', 'respondent', null])(
    'for %s: documents of the own bank, another’s, and never existing',
    async (who) => {
      const takeDown = async (id: string) => {
        const response = await sendDocument(contextOf(who), id);
        return { status: response.status, text: response.status === 200 ? '' : await response.text() };
      };
      const never = [await takeDown(NEVER), await addTo(who, NEVER)];
      expect([await takeDown(foreign.documentId ?? ''), await addTo(who, foreign.vendorId ?? '')]).toEqual(never);
      const mine = [await takeDown(own.documentId ?? ''), await addTo(who, own.vendorId ?? '')].map(
        (each) => each.status,
      );
      if (who === null || who === 'respondent') expect(mine).toEqual([401, 401]);
      else if (who === 'auditor') expect(mine).toEqual([403, 403]);
      else expect(mine).toEqual([200, ROLE_TABLE.bank['vendors.addDocument'].some((role) => role === who) ? 200 : 403]);
      if (mine[0] === 200) expect(never[0]).toEqual({ status: 404, text: 'not-found' });
      if (mine[1] === 200) expect(never[1]).toEqual({ status: 404, refusal: 'not-found' });
    },
  );

  it('a document comes back as an attachment; a file of another kind and rubbish are refused with a code', async () => {
    const response = await sendDocument(contextOf('viewer'), own.documentId ?? '');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="export.pdf"; filename\*=UTF-8''/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await addTo('operator', own.vendorId ?? '', '契約書.html')).toEqual({
      status: 400,
      refusal: 'document-kind-refused',
    });
    const rubbish = new Request('http://localhost/', { method: 'POST', body: 'x' });
    expect((await takeDocument(contextOf('operator'), own.vendorId ?? '', rubbish)).status).toBe(400);
    expect((await takeDocument(contextOf('operator'), 'x', rubbish)).status).toBe(400);
    expect((await sendDocument(contextOf('operator'), 'x')).status).toBe(400);
  });

  it.each([...ROLES, 'auditor', 'respondent', null])(
    'for %s: evidence of the own assessment, another one’s, another bank’s, and never existing',
    async (who) => {
      const answerOf = async (response: Response) => ({ status: response.status, text: await response.text() });
      const add = async (assessmentId: string, itemId: string) => {
        const form = new FormData();
        form.append('itemId', itemId);
        form.append('file', new File(['%PDF-1.7'], '規程.pdf'));
        const headers = { host: 'localhost:3000' };
        const request = new Request('http://localhost/', { method: 'POST', body: form, headers });
        return answerOf(await takeEvidence(contextOf(who), assessmentId, request));
      };
      const takeOwn = async (assessmentId: string, evidenceId: string) =>
        answerOf(await sendEvidence(contextOf(who), { assessmentId, evidenceId }));
      const takeSubmitted = async (id: string) => answerOf(await sendSubmittedEvidence(contextOf(who), id));
      const { assessmentId = '', evidenceId = '', itemId = '' } = own;
      const never = {
        add: await add(NEVER, itemId),
        toItem: await add(assessmentId, NEVER),
        own: await takeOwn(assessmentId, NEVER),
        submitted: await takeSubmitted(NEVER),
      };
      for (const beyond of [foreign, sibling]) {
        expect(await add(beyond.assessmentId ?? '', itemId)).toEqual(never.add);
        expect(await add(assessmentId, beyond.itemId ?? '')).toEqual(never.toItem);
        expect(await takeOwn(assessmentId, beyond.evidenceId ?? '')).toEqual(never.own);
        expect(await takeOwn(beyond.assessmentId ?? '', evidenceId)).toEqual(await takeOwn(NEVER, evidenceId));
        expect(await takeSubmitted(beyond.evidenceId ?? '')).toEqual(never.submitted);
      }
      // Nobody at the bank takes away what was not submitted.
      expect(await takeSubmitted(evidenceId)).toEqual(never.submitted);
      const known = who !== null && who !== 'respondent';
      expect(never.submitted).toEqual(known ? { status: 404, text: 'not-found' } : { status: 401, text: 'signed-out' });
      const mine = [await add(assessmentId, itemId), await takeOwn(assessmentId, evidenceId)].map(
        ({ status }) => status,
      );
      // Its bytes are not in the store, which is no more than not found.
      expect(mine).toEqual(who === 'respondent' ? [200, 404] : [401, 401]);
      if (who === 'respondent') expect(never.toItem.status).toBe(404);
    },
  );

  it('names the file so that no header can be broken', async () => {
    const response = await sendExport(contextOf('operator'), own.exportId ?? '');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="export.xlsx"; filename*=UTF-8\'\'%E7%82%B9%E6%A4%9C.xlsx',
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
