import { useLocale, useTranslations } from 'next-intl';
import { formatDate, type Locale } from '@/domain/date-format';
import { VENDOR_COLUMNS, VENDOR_WORDS, type VendorColumn } from '@/domain/vendor-columns';
import type { PreviewLine } from './import-data';

const WORDS: Partial<Record<VendorColumn, Record<string, readonly [ja: string, en: string]>>> = VENDOR_WORDS;
const DATES: readonly VendorColumn[] = ['registrationCheckedOn', 'contractDate'];

/** The words of a preview in the reader's language: columns, what stands in them, and what to do about a fault. */
export function useImportWords() {
  const t = useTranslations('vendors.import');
  const locale = useLocale() as Locale;
  const at = locale === 'ja' ? 0 : 1;
  const column = (key: VendorColumn) => VENDOR_COLUMNS.find((each) => each.key === key)?.[locale] ?? key;
  const value = (key: VendorColumn, kept: string): string => {
    if (kept === '') return t('show.blank');
    if (DATES.includes(key)) return formatDate(kept, locale);
    const words = WORDS[key];
    if (words === undefined) return kept;
    return kept
      .split(' ')
      .map((part) => words[part]?.[at] ?? part)
      .join(locale === 'ja' ? '・' : ', ');
  };
  const fault = ({ column: key, code, params }: PreviewLine['errors'][number]): string =>
    t(`faults.${code}`, {
      row: Number(params.row ?? 0),
      max: Number(params.max ?? 0),
      vendor: String(params.vendor ?? ''),
      other: typeof params.other === 'string' ? value(key, params.other) : '',
      choices: Object.values(WORDS[key] ?? {})
        .map((word) => word[at])
        .join(locale === 'ja' ? '・' : ', '),
    });
  return { column, value, fault };
}
