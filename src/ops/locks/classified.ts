import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import * as access from '@/db/schema/access';
import * as answers from '@/db/schema/answer';
import * as answerMasters from '@/db/schema/answer-master';
import * as answering from '@/db/schema/answering';
import * as bank from '@/db/schema/bank';
import * as campaigns from '@/db/schema/campaign';
import * as checklists from '@/db/schema/checklist';
import * as delegations from '@/db/schema/delegation';
import * as evidences from '@/db/schema/evidence';
import * as imports from '@/db/schema/file-import';
import * as identityProviders from '@/db/schema/identity-provider';
import * as platform from '@/db/schema/platform';
import * as records from '@/db/schema/record';
import * as respondents from '@/db/schema/respondents';
import * as reviews from '@/db/schema/review';
import * as vendorRegister from '@/db/schema/vendor-register';

const modules = [
  access,
  answers,
  answerMasters,
  answering,
  delegations,
  evidences,
  bank,
  campaigns,
  checklists,
  imports,
  vendorRegister,
  platform,
  records,
  respondents,
  reviews,
  identityProviders,
];

/** Every table that somebody put into a plane, as `plane.table`; what the database has beyond these is unclassified. */
export const CLASSIFIED_TABLES: ReadonlySet<string> = new Set(
  modules
    .flatMap((module) => Object.values(module))
    .filter((value) => is(value, PgTable))
    .map((table) => {
      const { schema, name } = getTableConfig(table);
      return `${schema}.${name}`;
    }),
);

/** The doors across planes, all of them. */
export const DOORS = [
  'memberships_of',
  'grant_of',
  'grants_of',
  'due_rows',
  'create_tenant',
  'provider_of',
  'kept_files',
] as const;

/** Unique over all banks on purpose: a random value, so that a clash tells nobody anything. */
export const RANDOM_UNIQUE = ['invitation_link'] as const;

/** Rows that nobody changes or deletes once written, whatever their role. */
export const APPEND_ONLY = [
  'answer_revision',
  'audit_event',
  'bank_answer_approval',
  'internal_note',
  'item_reading',
  'pinned_item',
  'reattestation',
  'reply',
  'revision',
  'round_evidence',
  'round_item',
] as const;

/** Tables that a respondent's role has no grant on at all. */
export const CLOSED_TO_RESPONDENTS = [
  'acceptance',
  'auditor_campaign',
  'bank_answer_proposal',
  'campaign_target',
  'chain_link',
  'checklist_edition',
  'edition_mapping',
  'export_file',
  'file_import',
  'identity_provider',
  'internal_note',
  'item_reading',
  'mail',
  'member',
  'vendor_contact',
  'vendor_document',
] as const;

export const SERVING_ROLES = [
  'tenken_bank',
  'tenken_respondent',
  'tenken_auditor',
  'tenken_identity',
  'tenken_organisation',
  'tenken_queue',
] as const;
