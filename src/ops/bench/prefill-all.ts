import type { Sql } from 'postgres';
import { identityTransaction } from '@/auth/doors';
import { mintRespondentScope } from '@/auth/mint';
import { foundOrganisation } from '@/auth/organisations';
import { introduce, requireRespondentSession, startRespondentSession } from '@/auth/respondent-session';
import { newId } from '@/db/new-id';
import type { RespondentScope } from '@/db/scope';
import { builtInEditions } from '@/domain/checklist';
import type { Outside } from '@/usecases/command';
import { fillFromMaster } from '@/usecases/master/fill-from-master';
import { keepInMaster } from '@/usecases/master/keep-in-master';
import { lookAtMaster } from '@/usecases/master/look-at-master';
import { offerAnswers } from '@/usecases/master/offer-answers';
import { openWorkspace } from '@/usecases/responses/open-workspace';
import { answerAll } from '@/usecases/testing/answers-fixture';
import { foundTestBank, launchTestCampaign, respondentOf, type TestBank } from '@/usecases/testing/bank-fixture';
import { publishTestEdition } from '@/usecases/testing/own-edition';
import { type BareFill, bareFill } from './bare-fill';
import { compare, type Row } from './measure';
import { contentOf } from './save-answer';

const ROUNDS = 20;
const WARM_UP = 4;

/**
 * `prefill-all`: 60 untouched items filled in from the answer master at once, an assessment of its own each round,
 * against the same reads and rows in bare SQL.
 */
export async function benchPrefillAll(sql: Sql, ownerUrl: string, outside: Outside): Promise<Row> {
  const vendors = 2 * (ROUNDS + WARM_UP) + 1;
  const founded = await foundTestBank({ ownerUrl }, { slug: 'prefill', vendors, now: outside.clock.now() });
  const bank = { ...founded, editionId: await sixtyItems(founded, outside) };
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2100-03-31' });
  const [first = '', ...fresh] = assessmentIds;
  const person = await foundMaster(bank, outside, first);
  const scopes: RespondentScope[] = [];
  for (const assessmentId of fresh) scopes.push(await scopeOf(bank, assessmentId, person.personId));
  const [example] = scopes;
  if (!example) throw new Error('the bench needs an assessment');
  const { services } = await lookAtMaster(outside, example, { assessmentId: example.assessmentId });
  const [service] = services;
  if (service?.items.length !== 60) throw new Error('the master does not know the sixty items');
  const { masterServiceId } = service;
  const items = service.items.map(({ itemId, version }) => ({ itemId, version: 0, masterVersion: version }));
  const placeOf = (round: number): BareFill => {
    const scope = scopes[2 * round + 1];
    if (!scope) throw new Error('the bench ran out of assessments');
    const { tenantId, assessmentId, invitationId } = scope;
    return { ...person, tenantId, campaignId, assessmentId, invitationId, itemIds: items.map(({ itemId }) => itemId) };
  };
  return compare(
    'prefill-all',
    ROUNDS,
    async (round) => {
      const scope = scopes[2 * round];
      if (!scope) throw new Error('the bench ran out of assessments');
      await fillFromMaster(outside, scope, { assessmentId: scope.assessmentId, masterServiceId, items });
    },
    (round) => bareFill(sql, placeOf(round)),
    WARM_UP,
  );
}

/** The standard list with every one of its sixty items for the vendor. */
async function sixtyItems(bank: TestBank, outside: Outside): Promise<string> {
  const [standard] = builtInEditions();
  if (standard?.items.length !== 60) throw new Error('the standard list has no sixty items');
  const items = standard.items.map((item) => ({ ...item, answeredBy: 'vendor' as const }));
  return publishTestEdition(bank, outside, { ...standard, items });
}

/** An organisation whose master holds an answer to every item of the assessment. */
async function foundMaster(bank: TestBank, outside: Outside, assessmentId: string) {
  const now = outside.clock.now();
  const answerer = await respondentOf(bank, assessmentId);
  await answerAll(outside, answerer, (number) => contentOf(Number(number)));
  const { items } = await openWorkspace(outside, answerer, { assessmentId });
  const itemIds = items.map(({ itemId }) => itemId);
  const token = await identityTransaction(async (tx) => {
    const session = await startRespondentSession(tx, 'prefill@vendor.example', now);
    await introduce(tx, await requireRespondentSession(tx, session.token, now), { name: '田中 涼', department: '室' });
    return session.token;
  });
  const organisation = await foundOrganisation(token, '株式会社かけはし', now);
  const offered = await offerAnswers(outside, answerer, { assessmentId, itemIds });
  await keepInMaster(outside, organisation, { service: { name: '口座連携' }, offered });
  return { personId: organisation.actor.id, organisationId: organisation.organisationId };
}

async function scopeOf(bank: TestBank, assessmentId: string, personId: string): Promise<RespondentScope> {
  const { tenantId, invitationId, actor } = await respondentOf(bank, assessmentId);
  const { name, department } = actor;
  return mintRespondentScope({
    tenantId,
    assessmentId,
    invitationId,
    delegatedBy: null,
    personId,
    name,
    department,
    sitting: newId(),
  });
}
