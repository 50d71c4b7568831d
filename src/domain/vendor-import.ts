import { type CellFault, readVendorCell } from './vendor-cell';
import { foldCell, VENDOR_COLUMNS, type VendorColumn, type VendorTableRow } from './vendor-columns';
import type { CellChange, CellError, ImportLine } from './vendor-import-line';

type Values = Partial<Record<VendorColumn, string>>;

/** A vendor as it stands, its columns as `readVendorCell` gives them; '' for what is unknown. */
export interface StandingVendor {
  id: string;
  archived: boolean;
  /** The vendor's own columns, and those of its primary contact where it has one. */
  values: Values;
  hasContact: boolean;
  services: readonly StandingService[];
}
export interface StandingService {
  id: string;
  archived: boolean;
  values: Values;
}

/** What is to be written of a vendor: only what differs. Without an id the row is new. */
export interface VendorWrite {
  id: string | null;
  vendor: Values;
  /** Null: the contact stays as it is. */
  contact: Values | null;
  services: { id: string | null; values: Values }[];
}
export interface VendorImportPlan {
  lines: ImportLine[];
  writes: VendorWrite[];
}

interface Group {
  firstRow: number;
  /** Undefined: a new vendor. */
  standing: StandingVendor | undefined;
  said: Map<VendorColumn, { value: string; row: number }>;
  services: Map<string, { row: number; standing: StandingService | undefined; values: Values }>;
}

const columnsOf = (of: (typeof VENDOR_COLUMNS)[number]['of']) =>
  VENDOR_COLUMNS.filter((column) => column.of === of).map(({ key }) => key as VendorColumn);
const VENDOR = columnsOf('vendor');
const SERVICE = columnsOf('service');
const CONTACT = columnsOf('contact');
const SHOWN_CHARACTERS = 200;

/**
 * Decides what a file changes, row by row, against what stands. A blank cell leaves what stands. Rows of one vendor are
 * found by 法人番号, else by its folded name; a faulty row is left out whole and hinders no other row.
 */
export function planVendorImport(
  rows: readonly VendorTableRow[],
  standing: readonly StandingVendor[],
): VendorImportPlan {
  const read = rows.map((row) => ({ ...row, ...readCells(row.cells) }));
  const numbers = numbersByName(read.flatMap(({ values, errors }) => (errors.length === 0 ? [values] : [])));
  const register = registerOf(standing);
  const groups = new Map<string, Group>();
  const claimed = new Map<string, string>();
  const placed: { line: ImportLine; group: Group; service: string }[] = [];
  const lines = read.map(({ row, cells, values, errors }): ImportLine => {
    const line: ImportLine = {
      row,
      status: 'faulty',
      vendorName: shown(cells.name),
      serviceName: shown(cells.serviceName),
      errors,
      changes: [],
    };
    if (errors.length === 0) {
      const number = numberOf(values, numbers);
      const key = number === '' ? `name:${foldCell(values.name ?? '')}` : number;
      const group = groups.get(key) ?? begin(row, { ...values, corporateNumber: number }, register, errors);
      const owner = claimed.get(group.standing?.id ?? '') ?? key;
      if (owner !== key) fault(errors, 'name', 'duplicate-vendor', { row: groups.get(owner)?.firstRow ?? row });
      if (errors.length === 0) join(group, row, values, errors);
      if (errors.length === 0) {
        groups.set(key, group);
        if (group.standing) claimed.set(group.standing.id, key);
        placed.push({ line, group, service: foldCell(values.serviceName ?? '') });
      }
    }
    for (const error of errors) error.value = shown(cells[error.column]);
    return line;
  });
  for (const { line, group, service } of placed) settle(line, group, group.services.get(service));
  return { lines, writes: [...groups.values()].map(writeOf).filter(isWrite) };
}

function readCells(cells: Values): { values: Values; errors: CellError[] } {
  const values: Values = {};
  const errors: CellError[] = [];
  for (const { key } of VENDOR_COLUMNS) {
    const cell = cells[key];
    if (cell === undefined) continue;
    const result = readVendorCell(key, cell);
    if ('value' in result) values[key] = result.value;
    else fault(errors, key, result.fault, result.params);
  }
  if (cells.name === undefined) fault(errors, 'name', 'required');
  const saysService = SERVICE.some((key) => cells[key] !== undefined);
  if (saysService && cells.serviceName === undefined) fault(errors, 'serviceName', 'required');
  return { values, errors };
}

interface Register {
  byName: ReadonlyMap<string, readonly StandingVendor[]>;
  byNumber: ReadonlyMap<string, StandingVendor>;
}

function registerOf(standing: readonly StandingVendor[]): Register {
  const byName = new Map<string, StandingVendor[]>();
  for (const vendor of standing) {
    const name = foldCell(vendor.values.name ?? '');
    byName.set(name, [...(byName.get(name) ?? []), vendor]);
  }
  const numbered = standing.filter(({ values }) => (values.corporateNumber ?? '') !== '');
  return { byName, byNumber: new Map(numbered.map((vendor) => [vendor.values.corporateNumber ?? '', vendor])) };
}

/** The group of a vendor's first good row; a fault in `errors` when it can't be told which vendor is meant. */
function begin(row: number, values: Values, register: Register, errors: CellError[]): Group {
  const number = values.corporateNumber ?? '';
  const named = register.byName.get(foldCell(values.name ?? '')) ?? [];
  const numbered = register.byNumber.get(number);
  if (numbered && named.length > 0 && !named.includes(numbered))
    fault(errors, 'corporateNumber', 'corporate-number-of-another', { vendor: numbered.values.name ?? '' });
  // Two companies may bear one name: a vendor with another number is not the one that is meant.
  const meant = number === '' ? named : named.filter((vendor) => (vendor.values.corporateNumber ?? '') === '');
  if (!numbered && meant.length > 1) fault(errors, 'name', 'ambiguous-name');
  const standing = numbered ?? meant[0];
  if (standing?.archived) fault(errors, 'name', 'vendor-archived');
  return { firstRow: row, standing, said: new Map(), services: new Map() };
}

/** Adds a row to its vendor unless it faults; then the vendor is as before. */
function join(group: Group, row: number, values: Values, errors: CellError[]): void {
  const fresh: VendorColumn[] = [];
  for (const column of [...VENDOR, ...CONTACT]) {
    const value = values[column];
    if (value === undefined) continue;
    const before = group.said.get(column);
    if (before === undefined) fresh.push(column);
    else if (column === 'name' && foldCell(before.value) !== foldCell(value))
      fault(errors, 'corporateNumber', 'duplicate-corporate-number', { row: before.row });
    else if (column !== 'name' && before.value !== value)
      fault(errors, column, 'contradicts', { row: before.row, other: before.value });
  }
  const says = (column: VendorColumn) => values[column] ?? group.said.get(column)?.value;
  if (!group.standing?.hasContact && CONTACT.some((column) => values[column] !== undefined)) {
    for (const column of ['contactName', 'contactAddress'] as const)
      if (says(column) === undefined) fault(errors, column, 'required');
  }
  const name = values.serviceName;
  const same = (service: StandingService) => foldCell(service.values.serviceName ?? '') === foldCell(name ?? '');
  const found = name === undefined ? [] : (group.standing?.services ?? []).filter(same);
  const standing = found.find(({ archived }) => !archived) ?? found[0];
  if (name !== undefined) {
    const twice = group.services.get(foldCell(name));
    if (twice) fault(errors, 'serviceName', 'duplicate-service', { row: twice.row });
    if (found.filter(({ archived }) => !archived).length > 1) fault(errors, 'serviceName', 'ambiguous-service');
    if (standing?.archived) fault(errors, 'serviceName', 'service-archived');
    for (const column of ['criticality', 'apiKinds'] as const)
      if (!standing && values[column] === undefined) fault(errors, column, 'required');
  }
  if (errors.length > 0) return;
  for (const column of fresh) group.said.set(column, { value: values[column] ?? '', row });
  if (name !== undefined) group.services.set(foldCell(name), { row, standing, values: picked(values, SERVICE) });
}

function settle(
  line: ImportLine,
  group: Group,
  service: { standing: StandingService | undefined; values: Values } | undefined,
) {
  const first = line.row === group.firstRow;
  if (first) line.changes.push(...changesOf(saidOf(group, [...VENDOR, ...CONTACT]), group.standing?.values));
  if (service) line.changes.push(...changesOf(service.values, service.standing?.values));
  const isNew = (first && !group.standing) || (service && !service.standing);
  line.status = isNew ? 'new' : line.changes.length > 0 ? 'changed' : 'unchanged';
}

function writeOf(group: Group): VendorWrite {
  const differing = (columns: readonly VendorColumn[]) =>
    toValues(changesOf(saidOf(group, columns), group.standing?.values));
  const contact = differing(CONTACT);
  return {
    id: group.standing?.id ?? null,
    vendor: differing(VENDOR),
    contact: Object.keys(contact).length > 0 ? contact : null,
    services: [...group.services.values()]
      .map(({ standing, values }) => ({
        id: standing?.id ?? null,
        values: toValues(changesOf(values, standing?.values)),
      }))
      .filter(({ values }) => Object.keys(values).length > 0),
  };
}

const isWrite = ({ vendor, contact, services }: VendorWrite) =>
  Object.keys(vendor).length > 0 || contact !== null || services.length > 0;

/** What is said and stands differently; white space at the ends of what stands is no difference. */
function changesOf(said: Values, standing: Values | undefined): CellChange[] {
  return VENDOR_COLUMNS.flatMap(({ key }) => {
    const to = said[key];
    const from = standing?.[key] ?? '';
    return to === undefined || to === from.trim() ? [] : [{ column: key, from, to }];
  });
}

const toValues = (changes: readonly CellChange[]): Values =>
  Object.fromEntries(changes.map(({ column, to }) => [column, to]));
const saidOf = (group: Group, columns: readonly VendorColumn[]): Values =>
  picked(Object.fromEntries([...group.said].map(([column, { value }]) => [column, value])), columns);
const picked = (values: Values, columns: readonly VendorColumn[]): Values =>
  Object.fromEntries(columns.flatMap((column) => (values[column] === undefined ? [] : [[column, values[column]]])));
const shown = (cell = '') => [...cell].slice(0, SHOWN_CHARACTERS).join('');

function fault(errors: CellError[], column: VendorColumn, code: CellFault, params: CellError['params'] = {}): void {
  errors.push({ column, code, value: '', params });
}

/** A row without 法人番号 belongs to the one vendor of its name that has one in the file; '' without any. */
function numberOf(values: Values, numbers: ReadonlyMap<string, ReadonlySet<string>>): string {
  if (values.corporateNumber !== undefined) return values.corporateNumber;
  const known = [...(numbers.get(foldCell(values.name ?? '')) ?? [])];
  return known.length === 1 ? (known[0] ?? '') : '';
}

function numbersByName(rows: readonly Values[]): Map<string, Set<string>> {
  const numbers = new Map<string, Set<string>>();
  for (const { name = '', corporateNumber } of rows) {
    if (corporateNumber === undefined) continue;
    const known = numbers.get(foldCell(name)) ?? new Set();
    numbers.set(foldCell(name), known.add(corporateNumber));
  }
  return numbers;
}
