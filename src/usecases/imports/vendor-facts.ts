import type { service, vendor, vendorContact } from '@/db/schema/bank';
import type { VendorColumn } from '@/domain/vendor-columns';

type Values = Partial<Record<VendorColumn, string>>;
type VendorFacts = Pick<
  typeof vendor.$inferInsert,
  | 'name'
  | 'kana'
  | 'corporateNumber'
  | 'registrationNumber'
  | 'registrationBureau'
  | 'registrationCheckedOn'
  | 'dataLocation'
  | 'notes'
>;
type ServiceFacts = Pick<typeof service.$inferInsert, 'name' | 'criticality' | 'apiKinds' | 'contractDate'>;
type ContactFacts = Pick<typeof vendorContact.$inferInsert, 'name' | 'department' | 'address' | 'language'>;

const CRITICALITIES = ['high', 'medium', 'low'] as const;

/** What is said, as the row keeps it; what is not said is left out. */
export function vendorFacts(values: Values): Partial<VendorFacts> {
  const { name, kana, corporateNumber, registrationNumber, registrationBureau, dataLocation, notes } = values;
  return definedOf({
    name,
    kana,
    corporateNumber,
    registrationNumber,
    registrationBureau,
    registrationCheckedOn: values.registrationCheckedOn,
    dataLocation,
    notes,
  });
}

export function serviceFacts(values: Values): Partial<ServiceFacts> {
  return definedOf({
    name: values.serviceName,
    criticality: CRITICALITIES.find((each) => each === values.criticality),
    apiKinds: values.apiKinds?.split(' '),
    contractDate: values.contractDate,
  });
}

export function contactFacts(values: Values): Partial<ContactFacts> {
  return definedOf({
    name: values.contactName,
    department: values.contactDepartment,
    address: values.contactAddress,
    language: languageOf(values),
  });
}

export const newVendor = (values: Values) => ({ ...vendorFacts(values), name: needed(values.name) });

export const newService = (values: Values) => ({
  ...serviceFacts(values),
  name: needed(values.serviceName),
  criticality: needed(serviceFacts(values).criticality),
  apiKinds: needed(serviceFacts(values).apiKinds),
});

/** Japanese unless it is said. */
export const newContact = (values: Values) => ({
  ...contactFacts(values),
  name: needed(values.contactName),
  address: needed(values.contactAddress),
  language: languageOf(values) ?? ('ja' as const),
});

const languageOf = ({ contactLanguage }: Values): 'ja' | 'en' | undefined =>
  contactLanguage === 'ja' || contactLanguage === 'en' ? contactLanguage : undefined;

/** The plan lets no new row through without it. */
function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an import was planned without a value that a new row needs');
  return value;
}

function definedOf<T extends Record<string, unknown>>(values: T) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
