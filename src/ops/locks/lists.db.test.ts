import realPostgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { identityTransaction } from '@/auth/doors';
import { startMemberSession } from '@/auth/member-session';
import { foundOrganisation } from '@/auth/organisations';
import { introduce, requireRespondentSession, startRespondentSession } from '@/auth/respondent-session';
import { newId } from '@/db/new-id';
import { assessment } from '@/db/schema/campaign';
import { EMPTY_ANSWER } from '@/domain/answer';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import type { RequestContext } from '@/trpc/context';
import { keepInMaster } from '@/usecases/master/keep-in-master';
import { foundTestBank, launchTestCampaign, testOutside } from '@/usecases/testing/bank-fixture';
import { EVERY_ASSESSMENT } from '@/usecases/testing/every-assessment';
import { PARTIAL, submitTestRound } from '@/usecases/testing/submitted-round';
import { fillWithRows, inviteByOrganisations, SHARED_ADDRESS } from './many-rows.fixture';
import { bearsRows, readLists } from './read-lists';
import { call } from './walker';

const sent = vi.hoisted(() => ({ statements: 0 }));

/** The driver's own hook sees every statement that goes to the server, whoever wrote it. */
vi.mock('postgres', async (importOriginal) => {
  const { default: postgres } = await importOriginal<{ default: typeof import('postgres') }>();
  const counting = (url: string, options: Parameters<typeof postgres>[1]) =>
    postgres(url, {
      ...options,
      debug: () => {
        sent.statements += 1;
      },
    });
  return { default: counting };
});

const FEW = 3;
const MANY = 30;
/** The shortest page of a list. */
const SHORTEST_PAGE = 20;
const outside = testOutside(new Date());
let database: TestDatabase;

interface Place {
  campaignId: string;
  /** A campaign being prepared, whose items are the bank's to answer. */
  itemsCampaignId: string;
  vendorId: string;
  assessmentId: string;
  editionId: string;
  contextOf(who: Who): RequestContext;
}
type Who = 'administrator' | 'operator' | 'auditor' | 'respondent';

const places = new Map<number, Place>();

async function placeWith(rows: number): Promise<Place> {
  const slug = `with${rows}`;
  const now = outside.clock.now();
  const bank = await foundTestBank(database, { slug, vendors: rows, now });
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2099-12-25' });
  for (const assessmentId of assessmentIds) await submitTestRound(bank, outside, assessmentId, { 1: PARTIAL });
  const [first] = await bank.system.transaction((tx) =>
    tx.select({ id: assessment.id, vendorId: assessment.vendorId }).from(assessment),
  );
  const vendorId = first?.vendorId ?? '';
  const assessmentId = first?.id ?? '';
  const sql = realPostgres(database.superUrl, { max: 1, onnotice: () => undefined });
  const { itemsCampaignId } = await fillWithRows(sql, bank, { slug, campaignId, vendorId, assessmentId, rows });
  await inviteByOrganisations(sql, slug, rows);
  await sql.end();
  const tokens = await identityTransaction(async (tx) => {
    const { tenantId } = bank;
    const ofMember = async (userId: string) => (await startMemberSession(tx, { userId, tenantId, now })).token;
    const { token } = await startRespondentSession(tx, SHARED_ADDRESS(slug), now);
    await introduce(tx, await requireRespondentSession(tx, token, now), { name: '田中', department: '室' });
    return {
      administrator: await ofMember(bank.members.administrator.userId),
      operator: await ofMember(bank.members.operator.userId),
      auditor: await ofMember(bank.auditor.userId),
      respondent: token,
    };
  });
  await fillOrganisation(tokens.respondent, bank.tenantId, assessmentId, rows);
  const contextOf = (who: Who): RequestContext => ({
    outside,
    locale: 'ja',
    cookies: {
      member: who === 'respondent' ? null : tokens[who],
      respondent: who === 'respondent' ? tokens.respondent : null,
      browser: null,
    },
    setCookie: () => undefined,
  });
  return { campaignId, itemsCampaignId, vendorId, assessmentId, editionId: bank.editionId, contextOf };
}

/** The person's own organisation, with `rows` services and an answer to each. */
async function fillOrganisation(token: string, tenantId: string, assessmentId: string, rows: number): Promise<void> {
  const scope = await foundOrganisation(token, 'かけはし', outside.clock.now());
  const source = { tenantId, assessmentId, bankName: '', bankNameEn: '', campaignName: '' };
  const answers = [
    {
      questionHash: 'a',
      objective: '目標',
      namedData: [],
      content: EMPTY_ANSWER,
      writtenAt: outside.clock.now(),
      attestedAt: null,
      place: { number: '1', category: '体制', position: 1 },
    },
  ];
  for (let at = 0; at < rows; at += 1) {
    const offered = { serviceId: newId(), source, answers };
    await keepInMaster(outside, scope, { service: { name: `サービス${at}` }, offered });
  }
}

beforeAll(async () => {
  database = await testDatabase();
  for (const rows of [FEW, MANY]) places.set(rows, await placeWith(rows));
}, 240_000);
afterAll(() => database.drop());

const { page: _first, ...SEARCH } = EVERY_ASSESSMENT;

/** Every list: what is asked for, and where in the answer its rows are. */
const LISTS: Record<string, { who?: Who; input: (place: Place) => object; rows: string }> = {
  'entry.myAssessments': { who: 'respondent', input: () => ({}), rows: 'assessments' },
  'entry.myOrganisation': { who: 'respondent', input: () => ({}), rows: 'invitations' },
  'organisation.show': { who: 'respondent', input: () => ({}), rows: 'services' },
  'respondent.master.look': {
    who: 'respondent',
    input: ({ assessmentId }) => ({ assessmentId }),
    rows: 'services',
  },
  'bank.home.today': { input: () => ({ mine: false }), rows: 'campaigns' },
  'bank.campaigns.list': { input: () => ({ page: 1 }), rows: 'past.campaigns' },
  'bank.campaigns.prepare': { who: 'operator', input: () => ({}), rows: 'editions' },
  'bank.campaigns.listServices': {
    who: 'operator',
    input: ({ itemsCampaignId }) => ({
      campaignId: itemsCampaignId,
      search: '',
      criticality: null,
      apiKind: null,
      lastResult: null,
      chosen: 'all',
      wave: null,
      page: 1,
    }),
    rows: 'lines',
  },
  'bank.campaigns.flightPlan': { input: ({ campaignId }) => ({ campaignId }), rows: 'targets' },
  'bank.campaigns.show': { input: ({ campaignId }) => ({ campaignId }), rows: 'troubled.mails' },
  'bank.vendors.list': {
    input: () => ({
      search: '',
      standing: 'active',
      criticality: null,
      bureau: null,
      sort: 'result',
      descending: false,
      page: 1,
    }),
    rows: 'lines',
  },
  'bank.vendors.show': { input: ({ vendorId }) => ({ vendorId }), rows: 'contacts' },
  'bank.checklists.list': { input: () => ({ page: 1 }), rows: 'editions' },
  'bank.checklists.listExports': { input: ({ editionId }) => ({ editionId, page: 1 }), rows: 'exports' },
  'bank.bankAnswers.list': {
    input: ({ itemsCampaignId }) => ({ campaignId: itemsCampaignId, assessmentId: null }),
    rows: 'items',
  },
  'bank.assessments.list': {
    input: ({ campaignId }) => ({ ...EVERY_ASSESSMENT, campaignId, sort: 'gaps' }),
    rows: 'lines',
  },
  'bank.assessments.listMatching': { input: ({ campaignId }) => ({ ...SEARCH, campaignId }), rows: 'lines' },
  'bank.exports.list': { input: ({ campaignId }) => ({ campaignId, page: 1 }), rows: 'exports' },
  'bank.exports.listVendors': { input: () => ({ page: 1 }), rows: 'exports' },
  'bank.imports.list': { input: () => ({ kind: 'vendors', page: 1 }), rows: 'imports' },
  'bank.members.list': { input: () => ({ page: 1 }), rows: 'members' },
  'bank.gaps.list': {
    input: () => ({ campaignId: null, vendorId: null, category: null, state: null, page: 1 }),
    rows: 'gaps',
  },
  'bank.questions.list': {
    input: ({ campaignId }) => ({ campaignId, inChargeId: null, state: null, page: 1 }),
    rows: 'questions',
  },
  'respondent.forms.show': {
    who: 'respondent',
    input: ({ assessmentId }) => ({ assessmentId }),
    rows: 'earlier',
  },
  'respondent.delegations.list': {
    who: 'respondent',
    input: ({ assessmentId }) => ({ assessmentId }),
    rows: 'colleagues',
  },
  'auditor.campaigns': { who: 'auditor', input: () => ({ page: 1 }), rows: 'campaigns' },
  'auditor.campaign': {
    who: 'auditor',
    input: ({ campaignId }) => ({ campaignId, page: 1, assessmentsPage: 1 }),
    rows: 'assessments',
  },
  'auditor.evidence': { who: 'auditor', input: ({ campaignId }) => ({ campaignId, page: 1 }), rows: 'files' },
  'auditor.exports': { who: 'auditor', input: ({ campaignId }) => ({ campaignId, page: 1 }), rows: 'exports' },
};

/** What answers with the parts of one thing, read whole: as long as that thing is. */
const OF_ONE_THING = [
  'entry.whoAmI',
  'bank.campaigns.showDraft',
  'bank.checklists.show',
  'bank.checklists.compare',
  'bank.checklists.showImport',
  'bank.gaps.history',
  'bank.imports.show',
  'bank.reviews.show',
  'respondent.workspace.open',
  'respondent.answers.history',
];

async function lookAt(path: string, place: Place): Promise<{ statements: number; rows: number }> {
  const list = LISTS[path];
  if (!list) throw new Error(`${path} is no list`);
  const before = sent.statements;
  const answer = await call(place.contextOf(list.who ?? 'administrator'), path, list.input(place));
  const statements = sent.statements - before;
  if (!('ok' in answer)) throw new Error(`${path} was refused: ${JSON.stringify(answer)}`);
  const rows = list.rows
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], answer.ok) as unknown[];
  return { statements, rows: rows.length };
}

describe('every list', () => {
  it('is in the table here, and one that joins without a row is noticed', () => {
    expect(readLists().toSorted()).toEqual([...Object.keys(LISTS), ...OF_ONE_THING].toSorted());
    expect(bearsRows(z.strictObject({ past: z.strictObject({ lines: z.array(z.strictObject({})) }) }))).toBe(true);
    expect(bearsRows(z.strictObject({ names: z.array(z.string()) }))).toBe(false);
  });

  it.each(Object.keys(LISTS))('%s makes as many statements for thirty rows as for three', async (path) => {
    const [few, many] = [places.get(FEW), places.get(MANY)];
    if (!few || !many) throw new Error('the banks were not made');
    const small = await lookAt(path, few);
    const large = await lookAt(path, many);
    expect(small.rows).toBeLessThan(SHORTEST_PAGE);
    expect(large.rows).toBeGreaterThanOrEqual(SHORTEST_PAGE);
    expect(small.statements).toBeGreaterThan(1);
    expect(large.statements).toBe(small.statements);
  });
});
