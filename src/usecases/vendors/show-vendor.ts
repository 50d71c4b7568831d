import { asc, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { service, vendor, vendorContact } from '@/db/schema/bank';
import { chainLink, vendorDocument } from '@/db/schema/vendor-register';
import { inTreeOrder } from '@/domain/chain-tree';
import { bankDateOf } from '@/domain/deadline';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';
import { documentRow } from './document-row';
import { API_KINDS, CHAIN_KINDS, CONTACT_KINDS, CRITICALITIES, DOCUMENT_KINDS } from './vendor.schema';
import { vendorChangeSchema, vendorChanges } from './vendor-changes';
import { historyRowSchema, vendorHistory, vendorMailSchema, vendorMails } from './vendor-history';

const factsSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  kana: z.string(),
  corporateNumber: z.string().nullable(),
  registrationNumber: z.string(),
  registrationBureau: z.string(),
  registrationCheckedOn: z.string().nullable(),
  dataLocation: z.string(),
  notes: z.string(),
  archivedAt: z.date().nullable(),
  version: z.int(),
});

const serviceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  apiKinds: z.array(z.enum(API_KINDS)),
  criticality: z.enum(CRITICALITIES),
  contractDate: z.string().nullable(),
  archivedAt: z.date().nullable(),
  version: z.int(),
});

const contactSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  department: z.string(),
  address: z.string(),
  language: z.enum(['ja', 'en']),
  kind: z.enum(CONTACT_KINDS),
  bouncedAt: z.date().nullable(),
  version: z.int(),
});

const chainLinkSchema = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  /** 1 is the vendor's own partner. */
  tier: z.int(),
  kind: z.enum(CHAIN_KINDS),
  name: z.string(),
  corporateNumber: z.string().nullable(),
  task: z.string(),
  dataLocation: z.string(),
  notifiedOn: z.string().nullable(),
  acceptedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  version: z.int(),
});

const documentSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  fileName: z.string(),
  size: z.int(),
  sha256: z.string(),
  addedBy: z.string(),
  addedAt: z.date(),
  archivedAt: z.date().nullable(),
});

const KIND_ORDER = sql`array_position(array['primary', 'deputy', 'copy'], ${vendorContact.kind})`;

/** One vendor whole: what the bank knows, its people, its chain, its papers, its years, its mails and what changed. */
export const showVendor = query({
  audience: 'bank',
  action: 'vendors.show',
  input: z.strictObject({ vendorId: z.uuid() }),
  output: z.strictObject({
    today: z.string(),
    facts: factsSchema.strict(),
    services: z.array(serviceSchema.strict()),
    contacts: z.array(contactSchema.strict()),
    /** In the order of a tree. */
    chain: z.array(chainLinkSchema.strict()),
    documents: z.array(documentSchema.strict()),
    /** Open gaps of submitted rounds, all years: as many as the list of gaps shows for this vendor. */
    openGaps: z.int(),
    assessments: z.strictObject({ total: z.int(), rows: z.array(historyRowSchema) }),
    mails: z.strictObject({ total: z.int(), rows: z.array(vendorMailSchema) }),
    changes: z.strictObject({ total: z.int(), rows: z.array(vendorChangeSchema) }),
  }),
  async run({ tx, now }, { vendorId }) {
    const [facts] = await tx.select().from(vendor).where(eq(vendor.id, vendorId));
    if (!facts) throw new Refusal('not-found', {});
    const services = await tx
      .select()
      .from(service)
      .where(eq(service.vendorId, vendorId))
      .orderBy(sql`${service.archivedAt} is not null`, asc(service.name), asc(service.id));
    const contacts = await tx
      .select()
      .from(vendorContact)
      .where(eq(vendorContact.vendorId, vendorId))
      .orderBy(KIND_ORDER, asc(vendorContact.name), asc(vendorContact.id));
    const links = await tx
      .select()
      .from(chainLink)
      .where(eq(chainLink.vendorId, vendorId))
      .orderBy(sql`${chainLink.endedOn} is not null`, asc(chainLink.name), asc(chainLink.id));
    const documents = await tx
      .select(documentRow)
      .from(vendorDocument)
      .where(eq(vendorDocument.vendorId, vendorId))
      .orderBy(sql`${vendorDocument.archivedAt} is not null`, desc(vendorDocument.addedAt), asc(vendorDocument.id));
    return {
      today: bankDateOf(now),
      facts: factsSchema.parse(facts),
      services: services.map((row) => serviceSchema.parse(row)),
      contacts: contacts.map((row) => contactSchema.parse(row)),
      chain: inTreeOrder(links).map((row) => chainLinkSchema.parse(row)),
      documents: documents.map((row) =>
        documentSchema.parse({ ...row, addedBy: row.addedBy.kind === 'system' ? '' : row.addedBy.name }),
      ),
      ...(await vendorHistory(tx, vendorId)),
      mails: await vendorMails(tx, vendorId),
      changes: await vendorChanges(tx, vendorId),
    };
  },
});
