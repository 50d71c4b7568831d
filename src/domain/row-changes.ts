export interface FieldChange {
  field: string;
  /** What stood before and after, as text; null for nothing. A list is joined by commas. */
  before: string | null;
  after: string | null;
}

/** Kept by the machine, not by a person: no change of its own. */
const SILENT = new Set(['tenantId', 'id', 'version', 'createdAt', 'vendorId', 'addedBy', 'addedAt', 'removedAt']);

function asText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Which fields differ between two states of a row; against null, every field that says something. */
export function rowChanges(
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  return Object.keys(after)
    .filter((field) => !SILENT.has(field))
    .map((field) => ({ field, before: asText(before?.[field]), after: asText(after[field]) }))
    .filter((change) => change.before !== change.after);
}
