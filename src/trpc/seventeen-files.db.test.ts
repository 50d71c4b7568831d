import { eq } from 'drizzle-orm';
import { readXlsx, writeXlsx } from 'hucre';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { identityTransaction } from '@/auth/doors';
import { introduce, requireRespondentSession, startRespondentSession } from '@/auth/respondent-session';
import { round } from '@/db/schema/review';
import { FORM_COLUMNS } from '@/domain/answer-form';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { readReceipt } from '@/usecases/responses/read-receipt';
import { answerAll, submitAll } from '@/usecases/testing/answers-fixture';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  testOutside,
} from '@/usecases/testing/bank-fixture';
import { publishTestEdition } from '@/usecases/testing/own-edition';
import { seventeenItems } from '@/usecases/testing/seventeen-items';
import type { RequestContext } from './context';
import { sendForm, takeFilledForm } from './form-routes';
import { sendReceipt } from './receipt-route';
import { createCaller } from './root';

const outside = testOutside(new Date());
let database: TestDatabase;
let bank: TestBank;
/** The service reads only: Sec-7 is not asked, Sec-16 is the bank's. */
const ASKED = seventeenItems()
  .items.map((item) => item.number)
  .filter((number) => number !== 'Sec-7' && number !== 'Sec-16');

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1, now: outside.clock.now() });
});
afterAll(() => database.drop());

async function contextOf(address: string): Promise<RequestContext> {
  const now = outside.clock.now();
  const token = await identityTransaction(async (tx) => {
    const session = await startRespondentSession(tx, address, now);
    await introduce(tx, await requireRespondentSession(tx, session.token, now), { name: '田中', department: '室' });
    return session.token;
  });
  const cookies = { member: null, respondent: token, browser: null };
  return { outside, locale: 'ja', cookies, setCookie: () => undefined };
}

it('takes a bank’s own list away as a form with its own numbers, back by them, and prints the receipt by them', async () => {
  const editionId = await publishTestEdition(bank, outside, seventeenItems());
  const { assessmentIds } = await launchTestCampaign({ ...bank, editionId }, outside, { dueDate: '2099-12-25' });
  const [assessmentId = ''] = assessmentIds;
  const context = await contextOf('contact1@aoba-vendor.example');
  const { respondent } = createCaller(context);

  const form = await readXlsx(new Uint8Array(await (await sendForm(context, assessmentId)).arrayBuffer()));
  const sheet = form.sheets.find(({ name }) => name === '回答用シート');
  const printed = (sheet?.rows ?? []).map((row) => String(row[0] ?? '')).filter((cell) => cell.startsWith('Sec-'));
  expect(printed).toEqual(ASKED);

  const current = FORM_COLUMNS.findIndex(({ key }) => key === 'current');
  for (const row of sheet?.rows ?? []) if (row[0] === 'Sec-17') row[current] = '手順を定めています。';
  const filled = await writeXlsx({
    sheets: form.sheets.map(({ name, rows }) => ({ name, rows, hidden: name !== sheet?.name })),
  });
  const body = new FormData();
  body.set('file', new File([new Uint8Array(filled)], '回答.xlsx'));
  const brought = await takeFilledForm(
    context,
    assessmentId,
    new Request('http://localhost/', { method: 'POST', body }),
  );
  expect(await brought.json()).toMatchObject({ uploadId: expect.any(String) });
  const { waiting } = await respondent.forms.show({ assessmentId });
  expect(waiting?.lines.map(({ number }) => number)).toEqual(['Sec-17']);
  await respondent.forms.take({
    assessmentId,
    uploadId: waiting?.uploadId ?? '',
    items: (waiting?.lines ?? []).map(({ itemId, version }) => ({ itemId, version, choices: {} })),
  });
  const { items } = await respondent.workspace.open({ assessmentId });
  expect(items.find(({ number }) => number === 'Sec-17')?.content.current).toBe('手順を定めています。');

  const lead = await respondentOf(bank, assessmentId);
  await answerAll(outside, lead);
  await submitAll(outside, lead);
  const [kept] = await bank.system.transaction((tx) =>
    tx.select().from(round).where(eq(round.assessmentId, assessmentId)),
  );
  const receipt = await readReceipt(outside, lead, { assessmentId, roundId: kept?.id ?? '' });
  expect(receipt.items.map(({ number }) => number)).toEqual(ASKED);
  const paper = await sendReceipt(context, assessmentId, kept?.id ?? '');
  expect(Buffer.from(await paper.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-/);
});
