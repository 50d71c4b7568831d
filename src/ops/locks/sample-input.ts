import type { z } from 'zod';

interface Def {
  type: string;
  format?: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  options?: readonly z.ZodType[];
  entries?: Record<string, string>;
  values?: readonly unknown[];
  in?: z.ZodType;
}

const defOf = (schema: z.ZodType) => schema.def as unknown as Def;

/** Where a procedure's input bears ids: the field's name and its path from the top. */
export interface IdField {
  name: string;
  path: readonly string[];
  /** The field holds a list of ids. */
  list: boolean;
}

/** Every id-bearing field of an input schema, nested ones included. */
export function idFields(schema: z.ZodType, path: readonly string[] = []): IdField[] {
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([key, member]) => idFields(member, [...path, key]));
    case 'union':
      return (def.options ?? []).flatMap((option) => idFields(option, path));
    case 'nullable':
    case 'optional':
    case 'default':
      return def.innerType ? idFields(def.innerType, path) : [];
    case 'pipe':
      return def.in ? idFields(def.in, path) : [];
    case 'array':
      return def.element
        ? idFields(def.element, path).map((field) => ({
            ...field,
            list: field.list || field.path.length === path.length,
          }))
        : [];
    case 'string':
      return def.format === 'uuid' || def.format === 'guid' ? [{ name: path.at(-1) ?? '', path, list: false }] : [];
    default:
      return [];
  }
}

/** A value that the schema accepts. `known` answers by field name first: ids, dates and texts with rules of their own. */
export function sampleInput(schema: z.ZodType, known: (name: string) => unknown, name = ''): unknown {
  const told = known(name);
  if (told !== undefined) return told;
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).map(([key, member]) => [key, sampleInput(member, known, key)]),
      );
    case 'union':
      return def.options?.[0] ? sampleInput(def.options[0], known, name) : null;
    case 'nullable':
      return null;
    case 'optional':
      return undefined;
    case 'default':
      return def.innerType ? sampleInput(def.innerType, known, name) : null;
    case 'pipe':
      return def.in ? sampleInput(def.in, known, name) : null;
    case 'array':
      return def.element ? [sampleInput(def.element, known, name)] : [];
    case 'enum':
      return Object.values(def.entries ?? {})[0];
    case 'literal':
      return def.values?.[0];
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'string':
      return 'x';
    default:
      throw new Error(`the walker can't make a ${def.type} for ${name}`);
  }
}

/** The input with another id in one place; in every element of a list of objects. */
export function withId(input: unknown, field: IdField, id: string): unknown {
  const [key, ...rest] = field.path;
  if (key === undefined) return field.list ? [id] : id;
  if (Array.isArray(input)) return input.map((each: unknown) => withId(each, field, id));
  const object = input as Record<string, unknown>;
  return { ...object, [key]: withId(object[key], { ...field, path: rest }, id) };
}
