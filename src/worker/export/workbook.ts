import type { SheetCell, SheetSpec, WorkbookSpec } from '@/adapters/xlsx/write-workbook';
import type { AnswerContent } from '@/domain/answer';
import { printedMethods } from '@/domain/answer-form';
import { formatDate, formatDeadline, formatFiscalYear, formatInstant, formatPromised } from '@/domain/date-format';
import type { ExportAssessment, ExportPlan, ExportRow } from '@/usecases/exports/export.schema';
import { evidenceSheet } from './evidence-sheet';
import type { ExportWords } from './export-words';
import { questionSheet } from './question-sheet';

/** The form's own columns, in its order and words, whatever the reader's language. */
const FORM_COLUMNS = [
  { header: '通番', width: 6 },
  { header: '区分', width: 14 },
  { header: 'セキュリティ対応目標', width: 26 },
  { header: '対象者', width: 12 },
  { header: '手法例', width: 46 },
  { header: '現在の対応状況', width: 40 },
  { header: '今後の対応予定', width: 34 },
  { header: '関連規定', width: 18 },
  { header: '関連規定箇所', width: 18 },
  { header: '備考', width: 20 },
] as const;

/** A plain 通番 as a number, so that the column sorts; whatever else a bank numbers by as printed. */
const numberCell = (printed: string) => (String(Number(printed)) === printed ? Number(printed) : printed);

function formRow({ item, slot, content, ...judged }: ExportRow, words: ExportWords): SheetCell[] {
  return [
    numberCell(item.number),
    item.category,
    item.objective,
    words.slot(slot),
    printedMethods(item),
    content === null ? '' : currentOf(content, words),
    content === null ? '' : planOf(content, words),
    item.references.map((reference) => reference.source).join('\n'),
    item.references.map((reference) => reference.sections.join('、')).join('\n'),
    content?.remarks ?? '',
    words.answer(content?.status ?? 'unanswered'),
    judged.afterDue ? words.word('afterDue') : '',
    judged.verdict ? words.verdict(judged.verdict) + (judged.takenTogether ? `（${words.word('together')}）` : '') : '',
    judged.reason,
    judged.comment,
  ];
}

function currentOf(content: AnswerContent, words: ExportWords): string {
  if (content.status === 'not_applicable') return `${words.answer('not_applicable')}：${content.reason}`;
  const named = Object.entries(content.named ?? {}).map(([name, text]) => `${name}：${text}`);
  return [content.current, ...named].join('\n');
}

function planOf(content: AnswerContent, words: ExportWords): string {
  if (content.status === 'not_applicable' || content.status === 'unanswered') return '';
  return [
    content.measure,
    content.promised ? `${words.word('by')}：${formatPromised(content.promised, words.locale)}` : '',
    content.person ? `${words.word('person')}：${content.person}` : '',
    content.interim ? `${words.word('interim')}：${content.interim}` : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function assessmentSheet(plan: ExportPlan, assessment: ExportAssessment, words: ExportWords): SheetSpec {
  const { round } = assessment;
  return {
    name: assessment.vendorName,
    title: [
      `${plan.editionTitle}　${assessment.vendorName}　${assessment.serviceName}`,
      round
        ? words.submitted({
            number: round.number,
            at: formatInstant(round.submittedAt, words.locale),
            name: round.submitterName,
            title: round.submitterTitle,
          })
        : words.word('notSubmitted'),
    ],
    columns: [
      ...FORM_COLUMNS,
      { header: words.word('status'), width: 10 },
      { header: words.word('late'), width: 8 },
      { header: words.word('verdict'), width: 10 },
      { header: words.word('reason'), width: 24 },
      { header: words.word('comment'), width: 24 },
    ],
    rows: assessment.rows.map((row) => formRow(row, words)),
  };
}

function coverSheet(plan: ExportPlan, assessments: readonly ExportAssessment[], words: ExportWords): SheetSpec {
  const { locale } = words;
  return {
    name: words.word('cover'),
    title: [
      `${plan.bankName}　${plan.campaignName}（${formatFiscalYear(plan.fiscalYear, locale)}）`,
      `${words.word('edition')}：${plan.editionTitle}`,
      `${words.word('referenceDate')}：${formatDate(plan.referenceDate, locale)}　${words.word('dueDate')}：${formatDeadline(plan.dueDate, plan.closingTime, locale)}`,
      `${words.word('asOf')}：${formatInstant(plan.requestedAt, locale)}`,
    ],
    columns: [
      { header: words.word('vendor'), width: 28 },
      { header: words.word('service'), width: 20 },
      { header: words.word('state'), width: 12 },
      { header: words.word('round'), width: 6 },
      { header: words.word('submittedAt'), width: 24 },
      { header: words.word('submitter'), width: 26 },
      { header: words.word('receiptHash'), width: 66 },
      { header: words.word('approval'), width: 30 },
    ],
    rows: assessments.map((each) => [
      each.vendorName,
      each.serviceName,
      words.state(each.state),
      each.round?.number ?? null,
      each.round ? formatInstant(each.round.submittedAt, locale) : '',
      each.round ? `${each.round.submitterName}（${each.round.submitterTitle}）` : '',
      each.round?.receiptHash ?? '',
      each.approvedBy && each.approvedAt ? `${each.approvedBy}　${formatInstant(each.approvedAt, locale)}` : '',
    ]),
  };
}

/** The bank's whole chain, link by link; SHA-256 over the text of the last column gives 照合値 again. */
function auditSheet(plan: ExportPlan, words: ExportWords): SheetSpec {
  return {
    name: words.word('auditTrail'),
    title: [words.word('auditHint')],
    columns: [
      { header: words.word('seq'), width: 8 },
      { header: words.word('at'), width: 26 },
      { header: words.word('actor'), width: 46 },
      { header: words.word('kind'), width: 24 },
      { header: words.word('previousHash'), width: 66 },
      { header: words.word('hash'), width: 66 },
      { header: words.word('bytes'), width: 80 },
    ],
    rows: plan.events.map((event) => [
      event.seq,
      event.at.toISOString(),
      event.actorId,
      event.kind,
      event.previousHash,
      event.hash,
      event.bytes,
    ]),
  };
}

/** A campaign as a workbook: cover, a sheet an assessment in the form's own columns, its files, what was asked, and the audit trail. */
export function campaignWorkbook(
  plan: ExportPlan,
  assessments: readonly ExportAssessment[],
  words: ExportWords,
): WorkbookSpec {
  return {
    title: plan.campaignName,
    author: plan.bankName,
    created: plan.requestedAt,
    sheets: [
      coverSheet(plan, assessments, words),
      ...assessments.map((assessment) => assessmentSheet(plan, assessment, words)),
      ...(assessments.some(({ evidence }) => evidence.length > 0) ? [evidenceSheet(assessments, words)] : []),
      ...(assessments.some(({ questions }) => questions.length > 0) ? [questionSheet(assessments, words)] : []),
      auditSheet(plan, words),
    ],
  };
}
