import { writeCsv } from '@/adapters/csv/write-csv';
import { formatInstant, type Locale } from '@/domain/date-format';
import { type CampaignTableRow, readCampaignTable } from '@/usecases/exports/read-campaign-table';
import { fileNameOf, type Maker } from './maker';
import { tableWords } from './table-words';

const COLUMNS = [
  'vendor',
  'service',
  'state',
  'answered',
  'items',
  'dueDate',
  'lastActivity',
  'gaps',
  'mail',
  'inCharge',
] as const;

/** The table of a campaign, a row an assessment. */
export const makeCampaignTable: Maker = async ({ outside, scope, campaignId, locale }) => {
  if (campaignId === null) throw new Error('a table of a campaign was planned without one');
  const { campaignName, rows } = await readCampaignTable(outside, scope, { campaignId });
  const words = tableWords(locale);
  const heads = COLUMNS.map((column) => words.head(column));
  const content = writeCsv([heads, ...rows.map((row) => cellsOf(row, locale))]);
  return { name: fileNameOf(campaignName, 'csv'), content, rows: rows.length };
};

function cellsOf(row: CampaignTableRow, locale: Locale): (string | number | null)[] {
  const words = tableWords(locale);
  return [
    row.vendorName,
    row.serviceName,
    words.state(row.state),
    row.answeredCount,
    row.itemCount,
    row.dueDate,
    row.lastActivityAt ? formatInstant(row.lastActivityAt, locale) : '',
    row.gaps,
    words.mail(row.mailState),
    row.inCharge ?? '',
  ];
}
