/** A form's fields as typed, '' for nothing. */
export type Values = Readonly<Record<string, string>>;

/**
 * What a form shows once somebody else has saved first. Fields that this person hadn't touched take what stands now;
 * those that both changed to something different keep what was typed, and are named.
 */
export function rebaseForm<V extends Values>(
  began: V,
  typed: V,
  standing: V,
): { values: V; contested: (keyof V & string)[] } {
  const fields = Object.keys(standing) as (keyof V & string)[];
  const touched = (field: keyof V) => typed[field] !== began[field];
  const values = { ...standing };
  for (const field of fields) if (touched(field)) values[field] = typed[field];
  return {
    values,
    contested: fields.filter(
      (field) => touched(field) && standing[field] !== began[field] && standing[field] !== typed[field],
    ),
  };
}
