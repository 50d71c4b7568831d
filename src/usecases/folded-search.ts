import { type SQL, sql } from 'drizzle-orm';
import { foldForSearch } from '@/domain/search-text';

const from = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => String.fromCharCode(first + at)).join('');
/** ぁ to ゖ and the iteration marks, and their katakana: the signs that `foldForSearch` changes. */
const HIRAGANA = from(0x3041, 0x56) + from(0x309d, 2);
const KATAKANA = from(0x30a1, 0x56) + from(0x30fd, 2);

/** True where the text contains what is sought, width, case and kana aside; everything contains ''. */
export function containsFolded(text: SQL, sought: string): SQL {
  const folded = foldForSearch(sought.trim());
  if (folded === '') return sql`true`;
  return sql`strpos(translate(lower(normalize(${text}, NFKC)), ${HIRAGANA}, ${KATAKANA}), ${folded}) > 0`;
}
