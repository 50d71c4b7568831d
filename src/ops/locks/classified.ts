import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import * as access from '@/db/schema/access';
import * as answers from '@/db/schema/answer';
import * as bank from '@/db/schema/bank';
import * as campaigns from '@/db/schema/campaign';
import * as platform from '@/db/schema/platform';
import * as records from '@/db/schema/record';
import * as respondents from '@/db/schema/respondents';
import * as reviews from '@/db/schema/review';

const modules = [access, answers, bank, campaigns, platform, records, respondents, reviews];

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
export const DOORS = ['memberships_of', 'grant_of', 'grants_of', 'due_rows', 'create_tenant'] as const;

/** Unique over all banks on purpose: a random value, so that a clash tells nobody anything. */
export const RANDOM_UNIQUE = ['invitation_link'] as const;

/** Rows that nobody changes or deletes once written, whatever their role. */
export const APPEND_ONLY = [
  'answer_revision',
  'audit_event',
  'bank_answer_approval',
  'internal_note',
  'pinned_item',
  'revision',
  'round_item',
] as const;

/** Tables that a respondent's role has no grant on at all. */
export const CLOSED_TO_RESPONDENTS = [
  'acceptance',
  'auditor_campaign',
  'bank_answer_proposal',
  'campaign_target',
  'checklist_edition',
  'export_file',
  'internal_note',
  'mail',
  'member',
  'vendor_contact',
] as const;

export const SERVING_ROLES = [
  'tenken_bank',
  'tenken_respondent',
  'tenken_auditor',
  'tenken_identity',
  'tenken_queue',
] as const;
