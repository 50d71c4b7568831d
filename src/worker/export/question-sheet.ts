import type { SheetSpec } from '@/adapters/xlsx/write-workbook';
import { formatInstant } from '@/domain/date-format';
import type { ExportAssessment } from '@/usecases/exports/export.schema';
import type { ExportWords } from './export-words';

/** What vendors asked and what the bank answered, an answer a row: one that was corrected stands above what took its place. */
export function questionSheet(assessments: readonly ExportAssessment[], words: ExportWords): SheetSpec {
  const at = (instant: Date) => formatInstant(instant, words.locale);
  return {
    name: words.word('questions'),
    columns: [
      { header: words.word('vendor'), width: 28 },
      { header: words.word('service'), width: 20 },
      { header: words.word('itemNumber'), width: 8 },
      { header: words.word('question'), width: 46 },
      { header: words.word('askedBy'), width: 26 },
      { header: words.word('askedAt'), width: 24 },
      { header: words.word('state'), width: 16 },
      { header: words.word('answerToQuestion'), width: 46 },
      { header: words.word('answeredBy'), width: 20 },
      { header: words.word('answeredAt'), width: 24 },
    ],
    rows: assessments.flatMap(({ vendorName, serviceName, questions }) =>
      questions.flatMap((each) => {
        const asked = [
          vendorName,
          serviceName,
          each.number,
          each.text,
          each.department === '' ? each.askedBy : `${each.askedBy}（${each.department}）`,
          at(each.askedAt),
        ];
        if (each.answers.length === 0) return [[...asked, words.question(each.state), '', '', '']];
        return each.answers.map(({ answer, by, at: given }, index) => [
          ...asked,
          index < each.answers.length - 1 ? words.word('beforeCorrection') : words.question(each.state),
          answer,
          by,
          at(given),
        ]);
      }),
    ),
  };
}
