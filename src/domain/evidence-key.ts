/** Where all evidence lies in the file store. */
export const EVIDENCE_FOLDER = 'evidence';

/** The key of a file's bytes: made by the server alone. `id` is a UUIDv7, which says when. */
export function evidenceKey(tenantId: string, id: string): string {
  return `${EVIDENCE_FOLDER}/${tenantId}/${id}`;
}

/** When the key was made, in milliseconds; null for one that is not of our making. */
export function storedAt(key: string): number | null {
  const made = /\/([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.exec(key);
  return made ? Number.parseInt(`${made[1]}${made[2]}`, 16) : null;
}
