import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLogger } from '@/adapters/logger';
import type { ChecklistEdition } from '@/domain/checklist';
import type { Job } from '@/domain/job';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { compareEditions } from '@/usecases/checklists/compare-editions';
import { saveMapping } from '@/usecases/checklists/save-mapping';
import { downloadExport } from '@/usecases/exports/download-export';
import { requestExport } from '@/usecases/exports/request-export';
import { openWorkspace } from '@/usecases/responses/open-workspace';
import { showReview } from '@/usecases/reviews/show-review';
import { MET } from '@/usecases/testing/answers-fixture';
import { approvedYear } from '@/usecases/testing/approved-year';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  testOutside,
} from '@/usecases/testing/bank-fixture';
import { publishTestEdition } from '@/usecases/testing/own-edition';
import { underReview } from '@/usecases/testing/review-steps';
import { seventeenItems } from '@/usecases/testing/seventeen-items';
import { copyLastYears } from './processors/copy-last-years';
import { makeExport } from './processors/make-export';
import type { Workbench } from './workbench';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();
const bench = { outside, log: createLogger({ level: 'silent' }) } as unknown as Workbench;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
});
afterAll(() => database.drop());

/**
 * Another list of the same bank, written anew: the other way round, numbered 甲1 to 甲17, in one category, with ids that
 * tell nothing. The last item asks the same in other words, so that no text finds it.
 */
function renumbered(): ChecklistEdition {
  const { items, ...edition } = seventeenItems();
  return {
    ...edition,
    id: 'own-17-next',
    title: '当行の接続先確認表 改訂版',
    items: items.toReversed().map((item, index) => ({
      ...item,
      id: `fresh-${index + 1}`,
      number: `甲${index + 1}`,
      ...(item.number === 'Sec-17' && { objective: '重大な事象は速やかに銀行へ連絡する' }),
    })),
  };
}

it('carries a bank’s own answers into its next list, found by content, then by hand', async () => {
  const fromEditionId = await publishTestEdition(bank, outside, seventeenItems());
  await approvedYear({ ...bank, editionId: fromEditionId }, outside, {
    'Sec-17': { ...MET, current: '窓口を決めています。' },
    'Sec-1': { ...MET, current: '部長が責任者です。' },
  });
  const toEditionId = await publishTestEdition(bank, outside, renumbered());
  const ids = { fromEditionId, toEditionId };
  const { diff, map } = await compareEditions(outside, bank.members.viewer, ids);
  expect(map.pairs).toHaveLength(16);
  expect(new Set(map.pairs.map(({ by }) => by))).toEqual(new Set(['content']));
  expect([map.unresolvedFrom, map.unresolvedTo]).toEqual([['item-17'], ['fresh-1']]);
  expect([diff.added, diff.removed].map((names) => names.map(({ number }) => number))).toEqual([['甲1'], ['Sec-17']]);

  await saveMapping(outside, bank.members.operator, { ...ids, fromItemId: 'item-17', toItemId: 'fresh-1' });
  const { campaignId, assessmentIds } = await launchTestCampaign({ ...bank, editionId: toEditionId }, outside, {
    dueDate: '2027-03-31',
  });
  await copyLastYears(bench, { tenantId: bank.tenantId, campaignId });
  const [assessmentId = ''] = assessmentIds;
  const { items } = await openWorkspace(outside, await respondentOf(bank, assessmentId), { assessmentId });
  const priorOf = (number: string) => items.find((item) => item.number === number)?.prior?.content.current;
  expect(priorOf('甲1')).toBe('窓口を決めています。');
  expect(priorOf('甲17')).toBe('部長が責任者です。');
  expect(items.every((item) => item.prior !== null)).toBe(true);

  await underReview(bank, outside, assessmentId);
  const review = await showReview(outside, bank.members.reviewer, { assessmentId });
  const before = review.items.flatMap(({ number, lastYear }) => (lastYear ? [[number, lastYear.number]] : []));
  expect(Object.fromEntries(before)).toMatchObject({ 甲1: 'Sec-17', 甲17: 'Sec-1' });

  const wanted = { campaignId, locale: 'ja', format: 'csv' } as const;
  const { exportId } = await requestExport(outside, bank.members.operator, wanted);
  await makeExport(bench, (outside.wakes.at(-1) as Extract<Job, { kind: 'export.make' }>).payload);
  const table = Buffer.from((await downloadExport(outside, bank.members.operator, { exportId })).content).toString();
  expect(table.split('\r\n')[1]?.split(',').slice(2, 5)).toEqual(['審査中', '15', '15']);
});
