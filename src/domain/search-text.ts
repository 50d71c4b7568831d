/** The first and last hiragana that have a katakana 0x60 further on: ぁ to ゖ, and the iteration marks ゝ ゞ. */
const HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g;
const KATAKANA_OFFSET = 0x60;

/**
 * How text is compared in a search: width (NFKC), case and kana are folded. Only what is compared is folded; what is
 * stored and shown stays as typed. The register's SQL folds alike, and a test holds the two together.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(HIRAGANA, (sign) => String.fromCharCode(sign.charCodeAt(0) + KATAKANA_OFFSET));
}
