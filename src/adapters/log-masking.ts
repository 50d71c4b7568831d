const ADDRESS = /[^\s"'<>@,;:()]+@[^\s"'<>@,;:()]+/g;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const TOKEN = /[A-Za-z0-9_-]{43,}/g;
const TOKEN_LENGTH = 43;
/** Six digits that stand alone, also as mails show them (739 204). */
const DIGITS = /(?<![\w-])\d{3} ?\d{3}(?![\w-])/g;
const CODE_KEY = /^(?:.*[._-])?(?:code|digits|otp|oneTimeCode)$/i;

/** Masks addresses, one-time codes and link or session tokens in a text. Ids (UUID) stay. */
export function maskText(text: string): string {
  return text
    .replace(ADDRESS, '[address]')
    .replace(TOKEN, (run) => (run.replace(UUID, '').length < TOKEN_LENGTH ? run : '[token]'))
    .replace(DIGITS, '[code]');
}

/** The same value with every string in it masked, however deep; a number of six digits only below a key named so. */
export function maskValue(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'number') return CODE_KEY.test(key) && /^\d{6}$/.test(String(value)) ? '[code]' : value;
  if (Array.isArray(value)) return value.map((item) => maskValue(item, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [maskText(name), maskValue(inner, name)]));
}
