import type { Settings } from './settings-data';

type Field = keyof Settings;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What the form shows once somebody else has saved first: fields that this person hadn't touched take what stands now;
 * those that both changed keep what was typed, and are named.
 */
export function rebaseSettings(
  began: Settings,
  typed: Settings,
  standing: Settings,
): { settings: Settings; contested: Field[] } {
  const fields = Object.keys(standing) as Field[];
  const touched = fields.filter((field) => !same(typed[field], began[field]));
  const mine = Object.fromEntries(touched.map((field) => [field, typed[field]]));
  return {
    settings: { ...standing, ...mine },
    contested: touched.filter((field) => !same(standing[field], began[field]) && !same(standing[field], typed[field])),
  };
}
