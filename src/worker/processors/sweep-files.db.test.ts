import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { EVIDENCE_FOLDER, evidenceKey } from '@/domain/evidence-key';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { removeEvidence } from '@/usecases/evidence/remove-evidence';
import { foundTestBank, launchTestCampaign, respondentOf, vendorItems } from '@/usecases/testing/bank-fixture';
import { addTestEvidence, storedTestFile } from '@/usecases/testing/evidence-fixture';
import { type TestBench, testBench } from '../bench.fixture';
import { sweepFiles } from './sweep-files';

const inOrder = (a = '', b = '') => a.localeCompare(b);
const DAY_MS = 24 * 60 * 60_000;
let database: TestDatabase;
let bench: TestBench;
beforeAll(async () => {
  database = await testDatabase();
  bench = await testBench(new Date());
});
afterAll(async () => {
  await bench.end();
  await database.drop();
});

it('removes stored files that no row needs, once they are a day old, and no other', async () => {
  const { files, outside } = bench;
  const bank = await foundTestBank(database, { slug: 'aoba', vendors: 1, now: outside.clock.now() });
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2099-12-25' });
  const lead = await respondentOf(bank, assessmentIds[0] ?? '');
  const [item] = await vendorItems(bank, campaignId);
  const [kept, away, orphan] = [newId(), newId(), newId()].map((id) => evidenceKey(bank.tenantId, id));
  const foreign = `${EVIDENCE_FOLDER}/not-of-our-making`;
  for (const key of [kept, away, orphan, foreign]) {
    await files.put(key ?? '', Readable.from([Buffer.from('x')]), { mediaType: 'text/plain', size: 1 });
  }
  await addTestEvidence(outside, lead, item?.id ?? '', { ...storedTestFile('残'), storageKey: kept ?? '' });
  const { file } = await addTestEvidence(outside, lead, item?.id ?? '', {
    ...storedTestFile('消'),
    storageKey: away ?? '',
  });
  await removeEvidence(outside, lead, { assessmentId: lead.assessmentId, evidenceId: file.evidenceId });
  const left = async () => {
    const keys: string[] = [];
    for await (const key of files.list(EVIDENCE_FOLDER)) keys.push(key);
    return keys.toSorted(inOrder);
  };
  await sweepFiles(bench);
  expect(await left()).toEqual([kept, away, orphan, foreign].toSorted(inOrder));
  outside.clock.advance(DAY_MS + 60_000);
  await sweepFiles(bench);
  expect(await left()).toEqual([kept, foreign].toSorted(inOrder));
});
