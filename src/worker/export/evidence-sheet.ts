import type { SheetSpec } from '@/adapters/xlsx/write-workbook';
import { formatDate, formatInstant } from '@/domain/date-format';
import type { ExportAssessment } from '@/usecases/exports/export.schema';
import type { ExportWords } from './export-words';

/** What the submissions hold, a row a file and item: by its SHA-256 a file that was taken away is known again. */
export function evidenceSheet(assessments: readonly ExportAssessment[], words: ExportWords): SheetSpec {
  const day = (date: string | null) => (date === null ? '' : formatDate(date, words.locale));
  return {
    name: words.word('evidence'),
    columns: [
      { header: words.word('vendor'), width: 28 },
      { header: words.word('service'), width: 20 },
      { header: words.word('itemNumber'), width: 8 },
      { header: words.word('fileName'), width: 40 },
      { header: words.word('fileSize'), width: 14 },
      { header: 'SHA-256', width: 66 },
      { header: words.word('scan'), width: 18 },
      { header: words.word('validFrom'), width: 18 },
      { header: words.word('validTo'), width: 18 },
      { header: words.word('addedBy'), width: 20 },
      { header: words.word('addedAt'), width: 24 },
      { header: words.word('stored'), width: 40 },
    ],
    rows: assessments.flatMap(({ vendorName, serviceName, evidence }) =>
      evidence.map((file) => [
        vendorName,
        serviceName,
        file.number,
        file.fileName,
        file.size,
        file.sha256,
        words.scan(file.scan),
        day(file.validFrom),
        day(file.validTo),
        file.addedBy,
        formatInstant(file.addedAt, words.locale),
        file.alteredAt ? words.altered(formatInstant(file.alteredAt, words.locale)) : '',
      ]),
    ),
  };
}
