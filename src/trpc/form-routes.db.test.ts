import { eq } from 'drizzle-orm';
import { type Cell, readXlsx, writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEvent } from '@/db/schema/record';
import { EMPTY_ANSWER } from '@/domain/answer';
import { FORM_COLUMNS } from '@/domain/answer-form';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { giveItems } from '@/usecases/delegations/give-items';
import { commentItem } from '@/usecases/reviews/comment-item';
import { returnRound } from '@/usecases/reviews/return-round';
import { answerAll, MET, submitAll } from '@/usecases/testing/answers-fixture';
import { foundTestBank, respondentOf, type TestBank, testOutside, vendorItems } from '@/usecases/testing/bank-fixture';
import { underReview } from '@/usecases/testing/review-steps';
import {
  at,
  bring,
  contextOf,
  download,
  FIRST_ROW,
  type FormDesk,
  itemOf,
  launchedForm,
  SHEET,
  save,
  show,
  take,
} from './form-desk.fixture';
import { sendForm } from './form-routes';
import { createCaller } from './root';

const outside = testOutside(new Date());
let database: TestDatabase;
let bank: TestBank;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2, now: outside.clock.now() });
});
afterAll(() => database.drop());

/** The form with cells typed over, written again by a library as another program would; by 通番 and column. */
async function filledIn(
  form: Uint8Array,
  typed: Readonly<Record<string, Partial<Record<string, string>>>>,
  keep: (number: string) => boolean = () => true,
  formula: string | null = null,
): Promise<Uint8Array> {
  const { sheets } = await readXlsx(form);
  return writeXlsx({
    sheets: sheets.map((sheet) => {
      if (sheet.name !== SHEET) return { name: sheet.name, rows: sheet.rows, hidden: true };
      const rows = sheet.rows.filter((row, index) => index < FIRST_ROW || keep(String(row[0])));
      for (const row of rows) {
        for (const [key, text] of Object.entries(typed[String(row[0])] ?? {})) row[at(key)] = text ?? null;
      }
      const cells = new Map<string, Partial<Cell>>();
      if (formula !== null) cells.set(formula, { value: 2, type: 'formula', formula: '1+1' });
      return { name: sheet.name, rows, cells, columns: FORM_COLUMNS.map(() => ({ width: 50 })) };
    }),
  });
}

const refused = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return (error as { cause?: { code?: string } }).cause?.code ?? String(error);
  }
};

describe('the form taken away and brought back', () => {
  it('changes what the file changed and nothing else, when somebody has seen it and said so', async () => {
    const desk = await launchedForm(bank, outside);
    await save(desk, '2', '画面で');
    const form = await filledIn(await download(desk), {
      1: { status: '充足', current: '𠮷野の_x000D_規程\n=1+1', remarks: '備' },
      3: { status: '一部充足', current: '途中', measure: '広げる', promised: 'R9.3.31', person: '開発部' },
    });
    expect(await bring(desk, form)).toHaveProperty('uploadId');
    expect((await itemOf(desk, '1')).content).toEqual(EMPTY_ANSWER);
    const { waiting } = await show(desk);
    expect(waiting).toMatchObject({ fileName: '回答.xlsx', read: 54 });
    expect(waiting?.lines.map(({ number }) => number)).toEqual(['1', '3']);
    expect(await take(desk)).toEqual({ written: 2 });
    expect((await itemOf(desk, '1')).content).toMatchObject({ status: 'met', current: '𠮷野の\n規程\n=1+1' });
    expect((await itemOf(desk, '2')).content.current).toBe('画面で');
    expect((await itemOf(desk, '3')).content.promised).toEqual({ precision: 'day', date: '2027-03-31' });
    const after = await show(desk);
    expect(after).toMatchObject({ waiting: null, earlier: [{ state: 'taken', fileName: '回答.xlsx' }] });
    const rows = await bank.system.transaction((tx) =>
      tx.select().from(auditEvent).where(eq(auditEvent.assessmentId, desk.assessmentId)),
    );
    const kinds = rows.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('form.'))).toEqual(['form.uploaded', 'form.taken']);
  });

  it('is a line of its own in the history, told as Excel’s; what the same sitting wrote before stays one', async () => {
    const desk = await launchedForm(bank, outside);
    const form = await filledIn(await download(desk), { 1: { status: '充足', current: 'シートの文' } });
    await save(desk, '1', '画面の文');
    await bring(desk, form);
    await take(desk, { 1: { current: 'file' } });
    await save(desk, '1', 'その後の文');
    const { itemId } = await itemOf(desk, '1');
    const { lines } = await desk.api.respondent.answers.history({ assessmentId: desk.assessmentId, itemId });
    expect(lines.map(({ from, by, content }) => [from, by, content.current])).toEqual([
      ['sitting', '田中', 'その後の文'],
      ['form', '田中', 'シートの文'],
      ['sitting', '田中', '画面の文'],
    ]);
  });

  it('shows both texts where page and file changed one cell, and takes the one that is chosen', async () => {
    const desk = await launchedForm(bank, outside);
    const form = await download(desk);
    await save(desk, '1', '画面の文');
    await save(desk, '2', '画面の文');
    await bring(
      desk,
      await filledIn(form, {
        1: { status: '充足', current: 'シートの文' },
        2: { status: '充足', current: 'シートの文' },
      }),
    );
    const { waiting } = await show(desk);
    expect(waiting?.lines.map(({ fields }) => fields)).toEqual([
      [{ field: 'current', fate: 'both' }],
      [{ field: 'current', fate: 'both' }],
    ]);
    expect(await refused(take(desk))).toBe('form-choice-missing');
    expect(await take(desk, { 1: { current: 'file' }, 2: { current: 'now' } })).toEqual({ written: 1 });
    expect((await itemOf(desk, '1')).content.current).toBe('シートの文');
    expect((await itemOf(desk, '2')).content.current).toBe('画面の文');
  });

  it('keeps answers of rows that are missing, and stops when one moved after it was compared', async () => {
    const desk = await launchedForm(bank, outside);
    await save(desk, '5', '画面で');
    const form = await filledIn(
      await download(desk),
      { 1: { status: '充足', current: 'シートで' } },
      (number) => number === '1',
    );
    await bring(desk, form);
    expect((await show(desk)).waiting).toMatchObject({ read: 1, lines: [{ number: '1' }] });
    const { waiting } = await show(desk);
    await save(desk, '1', 'その間に');
    const line = waiting?.lines[0];
    const stale = { itemId: line?.itemId ?? '', version: line?.version ?? 0, choices: {} };
    const { assessmentId } = desk;
    const uploadId = waiting?.uploadId ?? '';
    expect(await refused(desk.api.respondent.forms.take({ assessmentId, uploadId, items: [stale] }))).toBe(
      'form-overtaken',
    );
    expect(await take(desk, { 1: { current: 'file' } })).toEqual({ written: 1 });
    expect((await itemOf(desk, '5')).content.current).toBe('画面で');
    expect(await refused(desk.api.respondent.forms.discard({ assessmentId, uploadId }))).toBe('form-settled');
  });

  it('refuses edited questions, foreign forms, other files and rubbish, each with a word, and keeps nothing of them', async () => {
    const desk = await launchedForm(bank, outside);
    const form = await download(desk);
    const other = await launchedForm(bank, outside);
    const edited = await filledIn(form, { 4: { objective: '易しい問い' } });
    expect((await bring(desk, edited)).refusal).toEqual({
      code: 'form-question-edited',
      params: { cells: 'C12', count: 1 },
    });
    expect((await bring(other, form)).refusal?.code).toBe('form-foreign');
    const { sheets } = await readXlsx(form);
    const forged = await writeXlsx({
      sheets: sheets.map(({ name, rows }) => ({
        name,
        rows: name === SHEET ? rows : rows.map((row, index) => (index === 1 ? [row[0] ?? null, '7'] : row)),
      })),
    });
    expect((await bring(desk, forged)).refusal?.code).toBe('form-foreign');
    expect((await bring(desk, await writeXlsx({ sheets: [{ name: 'x', rows: [['x']] }] }))).refusal?.code).toBe(
      'form-foreign',
    );
    const [hidden] = sheets.filter(({ name }) => name !== SHEET);
    const alone = await writeXlsx({ sheets: [{ name: hidden?.name ?? '', rows: hidden?.rows ?? [] }] });
    expect((await bring(desk, alone)).refusal?.code).toBe('form-foreign');
    expect((await bring(desk, 'PK\u0003\u0004 rubbish')).refusal?.code).toBe('file-broken');
    for (const [content, name] of [
      ['%PDF-1.7', 'x.pdf'],
      ['通番,状況\n1,充足', '回答.csv'],
    ] as const)
      expect((await bring(desk, content, name)).refusal?.code).toBe('form-kind-unknown');
    expect(await show(desk)).toEqual({ waiting: null, earlier: [] });
  });

  it('says every fault of a file at once, each kind with its cells, and no word of a file that was refused stays', async () => {
    const desk = await launchedForm(bank, outside);
    const filled = await filledIn(
      await download(desk),
      { 1: { status: '済', promised: '来年度中' }, 2: { promised: 'いずれ' } },
      () => true,
      `${FIRST_ROW},${at('current')}`,
    );
    expect((await bring(desk, filled)).refusal).toEqual({
      code: 'form-faulty',
      params: {
        kinds: 3,
        faults: [
          { code: 'form-formula', cells: 'G6', count: 1 },
          { code: 'form-status-unreadable', cells: 'F6', count: 1 },
          { code: 'form-date-unreadable', cells: expect.stringMatching(/^K6、K\d+$/), count: 2 },
        ],
      },
    });
    expect(await show(desk)).toEqual({ waiting: null, earlier: [] });
  });

  it('is read under another sheet’s name, and says the name that belongs there where another sheet stands first', async () => {
    const desk = await launchedForm(bank, outside);
    const { sheets } = await readXlsx(await download(desk));
    const renamed = sheets.map(({ name, rows }) => ({
      name: name === SHEET ? '当社回答' : name,
      rows,
      hidden: name !== SHEET,
    }));
    expect(await bring(desk, await writeXlsx({ sheets: renamed }))).toHaveProperty('uploadId');
    const behind = await writeXlsx({ sheets: [{ name: 'メモ', rows: [['控え']] }, ...renamed] });
    expect((await bring(desk, behind)).refusal).toEqual({ code: 'form-sheet-renamed', params: { sheet: SHEET } });
  });

  it('is refused after submission, and is nobody else’s', async () => {
    const desk = await launchedForm(bank, outside);
    const form = await download(desk);
    const lead = await respondentOf(bank, desk.assessmentId);
    await answerAll(outside, lead, () => MET);
    await submitAll(outside, lead);
    expect((await bring(desk, form)).refusal?.code).toBe('assessment-submitted');
    const stranger = { ...desk, context: await contextOf(outside, 'nobody@vendor.example') };
    expect((await sendForm(stranger.context, desk.assessmentId)).status).toBe(404);
    expect((await bring(stranger, form)).refusal?.code).toBe('not-found');
    expect((await sendForm(desk.context, desk.otherId)).status).toBe(404);
    expect((await sendForm(desk.context, 'x')).status).toBe(400);
    expect(
      (await sendForm({ ...desk.context, cookies: { ...desk.context.cookies, respondent: null } }, desk.assessmentId))
        .status,
    ).toBe(401);
  });

  it('changes after a return what is asked, and says of the rest that it is passed over', async () => {
    const desk = await launchedForm(bank, outside);
    const place = await underReview(bank, outside, desk.assessmentId);
    const { itemId } = await itemOf(desk, '3');
    const { reviewer } = bank.members;
    await commentItem(outside, reviewer, { ...place, itemId, body: '台数をお知らせください。', version: 0 });
    await returnRound(outside, reviewer, { ...place, dueDate: '2099-12-25', message: '' });
    const form = await filledIn(await download(desk), {
      3: { status: '充足', current: '全12台です。' },
      4: { status: '充足', current: '求められていない変更' },
    });
    const before = (await itemOf(desk, '4')).content;
    await bring(desk, form);
    const { waiting } = await show(desk);
    expect(waiting).toMatchObject({ passedOver: ['4'], lines: [{ number: '3' }] });
    expect(await take(desk)).toEqual({ written: 1 });
    expect((await itemOf(desk, '3')).content.current).toBe('全12台です。');
    expect((await itemOf(desk, '4')).content).toEqual(before);
  });

  it('holds a colleague’s items alone, and takes theirs back', async () => {
    const desk = await launchedForm(bank, outside);
    const items = await vendorItems(bank, desk.campaignId);
    const asked = { name: '小林', address: 'kobayashi@vendor.example', language: 'ja', message: '' } as const;
    const itemIds = items.slice(0, 2).map(({ id }) => id);
    const lead = await respondentOf(bank, desk.assessmentId);
    await giveItems(outside, lead, { ...asked, assessmentId: desk.assessmentId, itemIds });
    const context = await contextOf(outside, asked.address);
    const colleague: FormDesk = { ...desk, context, api: createCaller(context) };
    const form = await filledIn(await download(colleague), { 1: { status: '充足', current: '小林の文' } });
    const { sheets } = await readXlsx(form);
    const rows = sheets.find(({ name }) => name === SHEET)?.rows.slice(FIRST_ROW) ?? [];
    expect(rows.map(([number]) => number).filter((number) => number !== null && number !== '')).toEqual(['1', '2']);
    await bring(colleague, form);
    expect(await take(colleague)).toEqual({ written: 1 });
    expect((await bring(colleague, await download(desk))).refusal?.code).toBe('form-row-unknown');
    expect((await itemOf(desk, '1')).content.current).toBe('小林の文');
  });
});
