import { createTranslator } from 'next-intl';
import { readSheets, type SheetTable } from '@/adapters/xlsx/read-workbook';
import { writeForm } from '@/adapters/xlsx/write-form';
import { formSeal, sameHash } from '@/auth/secrets';
import {
  type FilledItem,
  FORM_COLUMNS,
  type FormFault,
  type FormItem,
  formRow,
  isAnswerColumn,
  NOTHING_NAMED,
  readForm,
  STATUS_WORDS,
} from '@/domain/answer-form';
import { canonicalJson } from '@/domain/canonical-json';
import { formatDeadline, formatInstant, type Locale } from '@/domain/date-format';
import type { FileFailure } from '@/domain/file-failure';
import { Refusal, type RefusalCode } from '@/domain/refusal';
import { MESSAGES } from '@/messages/all';

const SHEET = '回答用シート';
const HIDDEN = 'tenken';
const MARK = 'tenken-form-1';
const LIMITS = { maxRows: 2_000, maxColumns: 30, maxCellChars: 32_767 };
const MAX_NAMED_CELLS = 10;
/** As they are typed into the form, whatever the reader's language. */
const PROMPT_WORDS = { year: '2026年度', half: '2026年度下期', undecided: '未定', nothing: NOTHING_NAMED };

/** What a form is made of: `readForm`'s answer. */
export interface FormSheet {
  bankName: string;
  campaignName: string;
  editionId: string;
  editionTitle: string;
  vendorName: string;
  serviceName: string;
  dueDate: string;
  closingTime: string;
  items: readonly FormItem[];
}

/** The form of one assessment as .xlsx, with what it is filled in over sealed into it; `now` is when it was taken away. */
export async function writeFormSheet(
  form: FormSheet,
  { assessmentId, locale, now }: { assessmentId: string; locale: Locale; now: Date },
): Promise<{ fileName: string; content: Uint8Array }> {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'respondent.form.sheet' });
  const versions = form.items.map(({ itemId, version }) => [itemId, String(version)]);
  const content = await writeForm({
    sheetName: SHEET,
    author: form.bankName,
    created: now,
    title: [
      `${form.editionTitle}　${form.vendorName}　${form.serviceName}`,
      t('due', {
        bank: form.bankName,
        campaign: form.campaignName,
        due: formatDeadline(form.dueDate, form.closingTime, locale),
      }),
      t('hint', { at: formatInstant(now, locale) }),
    ],
    columns: FORM_COLUMNS.map(({ key, head, group, width }) => ({
      head,
      group,
      width,
      open: isAnswerColumn(key),
      choices: key === 'status' ? Object.values(STATUS_WORDS) : [],
      shutBy: key === 'named' ? NOTHING_NAMED : null,
      prompt: key === 'named' || key === 'promised' ? { title: head, text: t(`prompt.${key}`, PROMPT_WORDS) } : null,
    })),
    rows: form.items.map(formRow),
    hidden: {
      sheetName: HIDDEN,
      rows: [
        [MARK, assessmentId, form.editionId, sealOf({ assessmentId, editionId: form.editionId }, versions)],
        ...versions,
      ],
    },
  });
  return { fileName: t('fileName', { campaign: form.campaignName }), content };
}

/**
 * What was typed into a form of the assessment, with the version of each answer that it was typed over. Refuses
 * `form-foreign` for what we did not seal, and what no form may be, naming the cells; several kinds of faults together
 * as `form-faulty`. A sheet that was given another name is read where it stands first.
 */
export async function readFormSheet(
  bytes: Uint8Array,
  { items, ...owner }: FormOwner & { items: readonly FormItem[] },
): Promise<(FilledItem & { baseVersion: number })[]> {
  const { hidden, shown, renamed } = await tablesOf(bytes);
  if (hidden.formulas.length > 0) throw new Refusal('form-foreign', {});
  const versions = sealedVersions(owner, hidden.rows);
  const read = readForm(shown.rows, items, shown.formulas);
  if ('faults' in read) throw faulty(read.faults, renamed);
  return read.filled.map(({ itemId, content }) => ({ itemId, content, baseVersion: versions.get(itemId) ?? 0 }));
}

function faulty(all: readonly FormFault[], renamed: boolean): Refusal {
  const [first, ...others] = all.map(({ code, cells }) => ({
    code,
    cells: cells.slice(0, MAX_NAMED_CELLS).join('、'),
    count: cells.length,
  }));
  if (!first) return new Refusal('file-broken', {});
  // Another sheet stands first: the form's own is not found by its name.
  if (renamed && first.code === 'form-heads-missing') return new Refusal('form-sheet-renamed', { sheet: SHEET });
  if (others.length > 0) return new Refusal('form-faulty', { kinds: others.length + 1, faults: [first, ...others] });
  const { code, ...params } = first;
  return new Refusal(code, params);
}

/** What is said of any uploaded table tells of tables; a form has its own way out: it is saved from the page. */
const FORM_WORDS: Readonly<Partial<Record<FileFailure['code'], RefusalCode>>> = {
  'file-kind-unknown': 'form-kind-unknown',
  'file-old-excel': 'form-kind-unknown',
  'file-sheet-missing': 'form-foreign',
  'file-empty': 'form-foreign',
  'file-inflates': 'form-unreadable',
  'file-linked': 'form-unreadable',
  'file-too-many-rows': 'form-unreadable',
  'file-too-many-columns': 'form-unreadable',
  'file-time-out': 'form-unreadable',
};

async function tablesOf(bytes: Uint8Array): Promise<{ hidden: SheetTable; shown: SheetTable; renamed: boolean }> {
  const named = await readSheets(bytes, LIMITS, [HIDDEN, SHEET]);
  const renamed = 'failure' in named && named.failure.code === 'file-sheet-missing';
  const read = renamed ? await readSheets(bytes, LIMITS, [HIDDEN, null]) : named;
  if ('failure' in read) {
    const { code, params } = read.failure;
    const word = FORM_WORDS[code];
    throw word === undefined ? new Refusal(code, params) : new Refusal(word, {});
  }
  const [hidden, shown] = read.tables;
  if (!hidden || !shown) throw new Refusal('form-foreign', {});
  return { hidden, shown, renamed };
}

/** What a form belongs to: an assessment, and the edition that it prints. */
interface FormOwner {
  assessmentId: string;
  editionId: string;
}

const sealOf = ({ assessmentId, editionId }: FormOwner, versions: readonly (readonly string[])[]) =>
  formSeal(canonicalJson({ assessmentId, editionId, versions: versions.map((row) => [...row]) }));

/** The version of each answer that the form was filled in over. Refuses `form-foreign` for what we did not seal. */
function sealedVersions(owner: FormOwner, rows: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const [head = [], ...rest] = rows;
  const versions = rest.map(([itemId = '', version = '']) => [itemId, version]);
  const [mark = '', assessmentId = '', editionId = '', seal = ''] = head;
  const ours = mark === MARK && assessmentId === owner.assessmentId && editionId === owner.editionId;
  if (!ours || !sameHash(seal, sealOf(owner, versions))) throw new Refusal('form-foreign', {});
  return new Map(versions.map(([itemId = '', version = '']) => [itemId, Number(version)]));
}
