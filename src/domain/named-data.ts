const OPTIONAL = /\s*\((?:任意|optional)\)$/iu;

/** A datum that may be left blank says so at the end of its name: 認証番号（任意）. */
export function mayStayBlank(name: string): boolean {
  return OPTIONAL.test(name.normalize('NFKC'));
}

/** The name without that word, for where a mark stands beside it. */
export function plainName(name: string): string {
  return mayStayBlank(name) ? name.replace(/\s*[（(][^（(]*$/u, '') : name;
}
