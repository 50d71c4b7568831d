/** A mail's Message-ID (RFC 5322): the same at every attempt, so that a second copy is recognised as one. */
export function messageIdOf(mailId: string): string {
  return `<${mailId}@tenken.invalid>`;
}
