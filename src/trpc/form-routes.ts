import { createHash } from 'node:crypto';
import { createTranslator } from 'next-intl';
import { readWorkbook } from '@/adapters/xlsx/read-workbook';
import { writeForm } from '@/adapters/xlsx/write-form';
import { formSeal, sameHash } from '@/auth/secrets';
import { FORM_COLUMNS, formRow, isAnswerColumn, readForm as readFilledForm, STATUS_WORDS } from '@/domain/answer-form';
import { canonicalJson } from '@/domain/canonical-json';
import { formatDeadline, formatInstant } from '@/domain/date-format';
import { Refusal } from '@/domain/refusal';
import { MESSAGES } from '@/messages/all';
import { requirePermission } from '@/usecases/command';
import { readForm } from '@/usecases/forms/read-form';
import { MAX_FORM_MEGABYTES, uploadForm } from '@/usecases/forms/upload-form';
import type { RequestContext } from './context';
import { answerUpload, attachment, refusedAsText } from './file-route';
import { respondentScope } from './init';
import { readUpload } from './read-upload';

const SHEET = '回答用シート';
const HIDDEN = 'tenken';
const MARK = 'tenken-form-1';
const LIMITS = { maxRows: 2_000, maxColumns: 30, maxCellChars: 32_767 };
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MAX_NAMED_CELLS = 10;

/** The form of one assessment as .xlsx, with what it is filled in over sealed into it. */
export async function sendForm(context: RequestContext, assessmentId: string): Promise<Response> {
  try {
    const form = await readForm(context.outside, await respondentScope(context, { assessmentId }), { assessmentId });
    const now = context.outside.clock.now();
    const { locale } = context;
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
      })),
      rows: form.items.map(formRow),
      hidden: { sheetName: HIDDEN, rows: [[MARK, assessmentId, sealOf(assessmentId, versions)], ...versions] },
    });
    return attachment({
      fileName: t('fileName', { campaign: form.campaignName }),
      mediaType: MEDIA_TYPE,
      sha256: createHash('sha256').update(content).digest('hex'),
      content,
    });
  } catch (error) {
    return refusedAsText(error);
  }
}

/** A posted form that was filled in: guarded, read in a thread of its own, held against its seal, kept for comparing. */
export function takeFilledForm(context: RequestContext, assessmentId: string, request: Request): Promise<Response> {
  return answerUpload(async () => {
    const scope = await respondentScope(context, { assessmentId });
    requirePermission(scope, uploadForm.action);
    const { fileName, bytes } = await readUpload(request, { maxMegabytes: MAX_FORM_MEGABYTES });
    const { items } = await readForm(context.outside, scope, { assessmentId });
    const versions = sealedVersions(assessmentId, await rowsOf(bytes, HIDDEN));
    const read = readFilledForm(await rowsOf(bytes, SHEET), items);
    if ('faults' in read) {
      const [fault] = read.faults;
      const cells = fault?.cells ?? [];
      throw new Refusal(fault?.code ?? 'file-broken', {
        cells: cells.slice(0, MAX_NAMED_CELLS).join('、'),
        count: cells.length,
      });
    }
    return uploadForm(context.outside, scope, {
      assessmentId,
      fileName,
      content: bytes,
      cells: read.filled.map(({ itemId, content }) => ({ itemId, content, baseVersion: versions.get(itemId) ?? 0 })),
    });
  });
}

async function rowsOf(bytes: Uint8Array, sheet: string): Promise<string[][]> {
  const read = await readWorkbook(bytes, { ...LIMITS, sheet });
  if ('rows' in read) return read.rows;
  const { code, params } = read.failure;
  // A workbook without our sheets is somebody else's.
  if (code === 'file-sheet-missing') throw new Refusal('form-foreign', {});
  throw new Refusal(code, params);
}

const sealOf = (assessmentId: string, versions: readonly (readonly string[])[]) =>
  formSeal(canonicalJson({ assessmentId, versions: versions.map((row) => [...row]) }));

/** The version of each answer that the form was filled in over. Refuses `form-foreign` for what we did not seal. */
function sealedVersions(assessmentId: string, rows: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const [head = [], ...rest] = rows;
  const versions = rest.map(([itemId = '', version = '']) => [itemId, version]);
  const [mark = '', owner = '', seal = ''] = head;
  if (mark !== MARK || owner !== assessmentId || !sameHash(seal, sealOf(assessmentId, versions)))
    throw new Refusal('form-foreign', {});
  return new Map(versions.map(([itemId = '', version = '']) => [itemId, Number(version)]));
}
