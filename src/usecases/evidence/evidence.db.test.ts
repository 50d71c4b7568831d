import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityTransaction, keptFiles } from '@/auth/doors';
import { evidence, roundEvidence } from '@/db/schema/evidence';
import { auditPayload, revision } from '@/db/schema/record';
import type { RespondentScope } from '@/db/scope';
import { CONFIRMATIONS } from '@/domain/confirmations';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { downloadAuditEvidence } from '../audit/download-audit-evidence';
import { listAuditEvidence } from '../audit/list-audit-evidence';
import { giveItems } from '../delegations/give-items';
import { openWorkspace } from '../responses/open-workspace';
import { saveAnswer } from '../responses/save-answer';
import { submitAssessment } from '../responses/submit-assessment';
import { takeBackSubmission } from '../responses/take-back-submission';
import { commentItem } from '../reviews/comment-item';
import { downloadRoundEvidence } from '../reviews/download-round-evidence';
import { judgeItems } from '../reviews/judge-items';
import { openReview } from '../reviews/open-review';
import { returnRound } from '../reviews/return-round';
import { showReview } from '../reviews/show-review';
import { answerAll, doneCount, MET, submitAll } from '../testing/answers-fixture';
import {
  foundTestBank,
  launchTestCampaign,
  nameCampaign,
  respondentOf,
  type TestBank,
  testOutside,
} from '../testing/bank-fixture';
import { colleagueOf } from '../testing/colleague';
import { addTestEvidence, storedTestFile } from '../testing/evidence-fixture';
import { publishTestEdition } from '../testing/own-edition';
import { codeOf } from '../testing/refusal-of';
import { seventeenItems } from '../testing/seventeen-items';
import { admitEvidence } from './admit-evidence';
import { downloadEvidence } from './download-evidence';
import { endEvidenceUse } from './end-evidence-use';
import { removeEvidence } from './remove-evidence';
import { setValidity } from './set-validity';
import { useEvidence } from './use-evidence';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  bank = { ...bank, editionId: await publishTestEdition(bank, outside, seventeenItems()) };
});
afterAll(() => database.drop());

async function begun() {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2027-03-31' });
  const assessmentId = assessmentIds[0] ?? '';
  const lead = await respondentOf(bank, assessmentId);
  const look = (scope: RespondentScope = lead) => openWorkspace(outside, scope, { assessmentId });
  const { items } = await look();
  const needing = items.find(({ item }) => item.evidenceNeeded);
  const plain = items.filter(({ item }) => !item.evidenceNeeded && item.namedData === undefined);
  const [first, second, third] = plain.map(({ itemId }) => itemId);
  return {
    campaignId,
    assessmentId,
    lead,
    look,
    needing: needing?.itemId ?? '',
    first: first ?? '',
    second: second ?? '',
    third: third ?? '',
  };
}
const asColleague = async (lead: RespondentScope, itemIds: readonly string[]) => {
  const asked = { name: '小林 舞', address: `${itemIds[0]}@v.example`, language: 'ja', message: '' } as const;
  const { assessmentId } = lead;
  return colleagueOf(
    lead,
    (await giveItems(outside, lead, { ...asked, assessmentId, itemIds: [...itemIds] })).invitationId,
  );
};

describe('evidence', () => {
  it('serves several items, is listed with its digest, and is on record with who and what', async () => {
    const { assessmentId, lead, look, first, second } = await begun();
    const { file, known } = await addTestEvidence(outside, lead, first, { validTo: '2027-03-31' });
    expect(known).toBe(false);
    const { evidenceId, sha256 } = file;
    const { file: shared } = await useEvidence(outside, lead, { assessmentId, evidenceId, itemIds: [second] });
    expect(shared.itemIds).toEqual([first, second]);
    const seen = await look();
    expect(seen.evidence).toEqual([{ ...shared, addedBy: '田中 涼', validTo: '2027-03-31' }]);
    expect(seen.state).toBe('answering');
    const payloads = await bank.system.transaction((tx) =>
      tx.select({ payload: auditPayload.payload }).from(auditPayload),
    );
    expect(payloads.filter(({ payload }) => payload?.includes(sha256))).toHaveLength(3);
  });

  it('of the same bytes is one file: a second sending says so and changes nothing', async () => {
    const { assessmentId, lead, look, first, second } = await begun();
    const stored = storedTestFile('同じ');
    const once = await addTestEvidence(outside, lead, first, stored);
    const admitted = await admitEvidence(outside, lead, {
      assessmentId,
      itemId: second,
      sha256: stored.sha256,
      validFrom: null,
      validTo: null,
    });
    expect(admitted.kept?.storageKey).toBe(stored.storageKey);
    const again = await addTestEvidence(outside, lead, first, { ...stored, fileName: '別の名前.pdf' });
    expect(again).toEqual({ ...once, known: true });
    const elsewhere = await addTestEvidence(outside, lead, second, { ...stored, validTo: '2027-06-30' });
    expect(elsewhere).toMatchObject({ known: true, file: { fileName: '規程.pdf', itemIds: [first, second] } });
    expect((await look()).evidence).toMatchObject([{ validTo: '2027-06-30' }]);
  });

  it('is missing where the item asks for it, in every figure alike, and submission waits for it', async () => {
    const { assessmentId, lead, look, needing } = await begun();
    const content = MET;
    await saveAnswer(outside, lead, { assessmentId, itemId: needing, version: 0, content });
    const lacking = async () => {
      const { items } = await look();
      return [items.find(({ itemId }) => itemId === needing)?.missing, await doneCount(outside, lead)];
    };
    expect(await lacking()).toEqual([['evidence'], 0]);
    const { file } = await addTestEvidence(outside, lead, needing);
    expect(await lacking()).toEqual([[], 1]);
    const again = { assessmentId, itemId: needing, version: 1, content: { ...MET, remarks: '追記' } };
    await saveAnswer(outside, lead, again);
    expect(await lacking()).toEqual([[], 1]);
    const { evidenceId } = file;
    await endEvidenceUse(outside, lead, { assessmentId, evidenceId, itemIds: [needing] });
    expect(await lacking()).toEqual([['evidence'], 0]);
    await answerAll(outside, lead);
    const { evidence: files } = await look();
    for (const each of files) await removeEvidence(outside, lead, { assessmentId, evidenceId: each.evidenceId });
    expect(await codeOf(submitAll(outside, lead))).toBe('answers-incomplete');
  });

  it('has days that a colleague’s change refuses, and none in the wrong order', async () => {
    const { assessmentId, lead, first } = await begun();
    const { file } = await addTestEvidence(outside, lead, first);
    const change = { assessmentId, evidenceId: file.evidenceId, version: 1, validFrom: '2026-04-01' };
    expect(await codeOf(setValidity(outside, lead, { ...change, validTo: '2026-03-31' }))).toBe('validity-reversed');
    const { file: changed } = await setValidity(outside, lead, { ...change, validTo: null });
    expect(changed).toMatchObject({ version: 2, validFrom: '2026-04-01' });
    expect(await codeOf(setValidity(outside, lead, { ...change, validTo: '2027-03-31' }))).toBe('stale-record');
  });

  it('refuses a submission of files that a colleague changed since they were read', async () => {
    const { assessmentId, lead, look, first } = await begun();
    await answerAll(outside, lead);
    const { receiptHash } = await look();
    await addTestEvidence(outside, lead, first);
    expect((await look()).receiptHash).not.toBe(receiptHash);
    const sent = {
      submitterName: '田中 涼',
      submitterDepartment: '開発部',
      submitterTitle: '室長',
      confirmations: [...CONFIRMATIONS],
    };
    const seen = { assessmentId, seen: receiptHash, ...sent };
    expect(await codeOf(submitAssessment(outside, lead, seen))).toBe('stale-record');
    expect(await codeOf(submitAll(outside, lead))).toBe('done');
    expect(await codeOf(addTestEvidence(outside, lead, first, storedTestFile('遅れ')))).toBe('assessment-submitted');
  });
});

describe('a colleague', () => {
  it('has the files of the items given to them and their own, and puts none away', async () => {
    const { assessmentId, lead, look, first, second, third } = await begun();
    const colleague = await asColleague(lead, [second]);
    const hidden = await addTestEvidence(outside, lead, first, storedTestFile('一'));
    const shared = await addTestEvidence(outside, lead, second, storedTestFile('二'));
    await useEvidence(outside, lead, { assessmentId, evidenceId: shared.file.evidenceId, itemIds: [third] });
    const own = await addTestEvidence(outside, colleague, second, storedTestFile('三'));
    const { evidence: seen } = await look(colleague);
    expect(seen.map(({ evidenceId, itemIds }) => [evidenceId, itemIds])).toEqual([
      [shared.file.evidenceId, [second]],
      [own.file.evidenceId, [second]],
    ]);
    const of = (evidenceId: string) => ({ assessmentId, evidenceId });
    const beyond = of(hidden.file.evidenceId);
    expect(await codeOf(downloadEvidence(outside, colleague, beyond))).toBe('not-found');
    expect(await codeOf(useEvidence(outside, colleague, { ...beyond, itemIds: [second] }))).toBe('not-found');
    const toOther = { ...of(own.file.evidenceId), itemIds: [first] };
    expect(await codeOf(useEvidence(outside, colleague, toOther))).toBe('not-found');
    expect(await codeOf(removeEvidence(outside, colleague, of(own.file.evidenceId)))).toBe('lead-only');
    expect(await codeOf(addTestEvidence(outside, colleague, first, storedTestFile('四')))).toBe('not-found');
    // The same bytes as a file that they don't see tell them nothing.
    const blind = await addTestEvidence(outside, colleague, second, storedTestFile('一'));
    expect(blind.known).toBe(false);
  });
});

describe('the bank', () => {
  const ofBank = async (assessmentId: string) => {
    const { items } = await showReview(outside, bank.members.reviewer, { assessmentId });
    return items.flatMap((item) => item.evidence.map((file) => ({ itemId: item.itemId, ...file })));
  };

  it('reads what a submitted round holds, and neither row nor version of anything before', async () => {
    const { campaignId, assessmentId, lead, first, needing } = await begun();
    await nameCampaign(bank, campaignId, outside.clock.now());
    await answerAll(outside, lead);
    const { file } = await addTestEvidence(outside, lead, first);
    const { evidenceId } = file;
    const rowsAs = (scope: TestBank['system'] | TestBank['auditor']) =>
      scope.transaction(async (tx) => [
        await tx.$count(evidence, eq(evidence.assessmentId, assessmentId)),
        await tx.$count(revision, eq(revision.rowId, evidenceId)),
      ]);
    const { viewer } = bank.members;
    for (const scope of [bank.system, bank.auditor]) expect(await rowsAs(scope)).toEqual([0, 0]);
    expect(await codeOf(downloadRoundEvidence(outside, viewer, { evidenceId }))).toBe('not-found');
    expect(await codeOf(downloadAuditEvidence(outside, bank.auditor, { evidenceId }))).toBe('not-found');
    await submitAll(outside, lead);
    for (const scope of [bank.system, bank.auditor]) expect(await rowsAs(scope)).toEqual([2, 1]);
    expect((await ofBank(assessmentId)).map(({ itemId }) => itemId).toSorted()).toEqual([first, needing].toSorted());
    expect(await downloadRoundEvidence(outside, viewer, { evidenceId })).toMatchObject({ sha256: file.sha256 });
    const listed = await listAuditEvidence(outside, bank.auditor, { campaignId, page: 1 });
    expect(listed.files.map((each) => each.sha256)).toContain(file.sha256);
    expect(await downloadAuditEvidence(outside, bank.auditor, { evidenceId })).toMatchObject({ sha256: file.sha256 });
    // Taken back, it is the vendor's alone again.
    await takeBackSubmission(outside, lead, { assessmentId });
    expect(await codeOf(downloadRoundEvidence(outside, viewer, { evidenceId }))).toBe('not-found');
    expect(await codeOf(downloadAuditEvidence(outside, bank.auditor, { evidenceId }))).toBe('not-found');
  });

  it('keeps a file that was put away after a return, with the days of its round', async () => {
    const { assessmentId, lead, look, first, second } = await begun();
    await answerAll(outside, lead);
    const { file } = await addTestEvidence(outside, lead, first, { validTo: '2027-03-31' });
    await submitAll(outside, lead);
    const { reviewer } = bank.members;
    await openReview(outside, reviewer, { assessmentId });
    const { round } = await showReview(outside, reviewer, { assessmentId });
    const place = { assessmentId, roundId: round?.id ?? '' };
    const judgements = [{ itemId: first, verdict: 'insufficient', reason: '根拠がありません。', version: 0 }] as const;
    await judgeItems(outside, reviewer, { ...place, judgements: [...judgements] });
    await commentItem(outside, reviewer, { ...place, itemId: first, body: '詳しく。', version: 0 });
    await commentItem(outside, reviewer, { ...place, itemId: second, body: '何かお示しください。', version: 0 });
    await returnRound(outside, reviewer, { ...place, dueDate: '2027-04-30', message: '' });
    const moved = async () => (await look()).items.find(({ itemId }) => itemId === first)?.returned?.filesMoved;
    expect(await moved()).toBe(false);
    outside.clock.advance(60_000);
    const { evidenceId } = file;
    await setValidity(outside, lead, { assessmentId, evidenceId, version: 1, validFrom: null, validTo: '2028-03-31' });
    await removeEvidence(outside, lead, { assessmentId, evidenceId });
    expect((await look()).evidence.map((each) => each.evidenceId)).not.toContain(evidenceId);
    // The vendor has done something about what was returned, also for the final check.
    expect(await moved()).toBe(true);
    const then = (await ofBank(assessmentId)).find((each) => each.evidenceId === evidenceId);
    expect(then).toMatchObject({ itemId: first, validTo: '2027-03-31', isNew: false });
    expect((await downloadRoundEvidence(outside, reviewer, { evidenceId })).storageKey).toBeTruthy();
    const anew = await addTestEvidence(outside, lead, second, storedTestFile('新しい'));
    const unasked = (await look()).items.find(({ itemId }) => itemId !== first && itemId !== second)?.itemId ?? '';
    const another = storedTestFile('求められていない');
    expect(await codeOf(addTestEvidence(outside, lead, unasked, another))).toBe('item-not-returned');
    const use = { assessmentId, evidenceId: anew.file.evidenceId, itemIds: [unasked] };
    expect(await codeOf(useEvidence(outside, lead, use))).toBe('item-not-returned');
    await submitAll(outside, lead);
    const now = await ofBank(assessmentId);
    expect(now.find((each) => each.evidenceId === anew.file.evidenceId)).toMatchObject({ itemId: second, isNew: true });
    expect(now.some((each) => each.evidenceId === evidenceId)).toBe(false);
  });
});

describe('the worker', () => {
  it('learns which stored files are needed: not those put away, unless a round holds them', async () => {
    const { assessmentId, lead, first, second } = await begun();
    const [kept, away, held] = [storedTestFile('残'), storedTestFile('消'), storedTestFile('提')];
    await addTestEvidence(outside, lead, first, kept);
    const { file } = await addTestEvidence(outside, lead, second, away);
    await removeEvidence(outside, lead, { assessmentId, evidenceId: file.evidenceId });
    await answerAll(outside, lead);
    const { file: submitted } = await addTestEvidence(outside, lead, second, held);
    await submitAll(outside, lead);
    await takeBackSubmission(outside, lead, { assessmentId });
    await removeEvidence(outside, lead, { assessmentId, evidenceId: submitted.evidenceId });
    const keys = [kept, away, held].map(({ storageKey }) => storageKey);
    const needed = await identityTransaction((tx) => keptFiles(tx, [...keys, 'evidence/unknown']));
    expect([...needed].toSorted()).toEqual([kept.storageKey, held.storageKey].toSorted());
    expect(await bank.system.transaction((tx) => tx.$count(roundEvidence))).toBeGreaterThan(0);
  });
});
