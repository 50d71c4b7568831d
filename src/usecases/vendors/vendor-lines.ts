import { type SQL, sql } from 'drizzle-orm';
import type { VendorSort, VendorStanding } from '@/domain/vendor-search';
import { containsFolded } from '../folded-search';

export interface VendorSought {
  search: string;
  standing: VendorStanding;
  criticality: string | null;
  bureau: string | null;
}

const STANDING = {
  active: sql`w.archived_at is null`,
  archived: sql`w.archived_at is not null`,
  all: sql`true`,
} as const satisfies Record<VendorStanding, SQL>;

/** Everything about a vendor that a search reads. */
const SEARCHED = sql`concat_ws(' ', w.name, w.kana, w.corporate_number, w.registration_number,
  (select string_agg(s.name, ' ') from tenant.service s where s.vendor_id = w.id and s.archived_at is null))`;

/** The vendors that a search finds, one row each: a condition over `tenant.vendor w`. */
export function soughtVendors(sought: VendorSought): SQL {
  const { criticality, bureau } = sought;
  return sql`from tenant.vendor w where ${STANDING[sought.standing]}
    and ${bureau === null ? sql`true` : sql`w.registration_bureau = ${bureau}`}
    and ${
      criticality === null
        ? sql`true`
        : sql`exists (select 1 from tenant.service s
            where s.vendor_id = w.id and s.archived_at is null and s.criticality = ${criticality})`
    }
    and ${containsFolded(SEARCHED, sought.search)}`;
}

/** From what asks for the bank's attention to what is settled; of one year the least settled counts. */
const STATE_ORDER = sql`array['closed_unanswered', 'returned', 'submitted', 'in_review', 'pending_approval', 'not_started',
  'answering', 'declined', 'withdrawn', 'approved']`;

/**
 * The last assessment of each vendor, one row a vendor: of the newest campaign, with the grade if it was approved. The
 * condition is over `tenant.assessment a`; read in one pass, since most vendors are asked about at once.
 */
export function lastResults(where: SQL): SQL {
  return sql`
    select newest.*, d.grade from (
      select distinct on (a.vendor_id) a.vendor_id, a.id as assessment_id, a.campaign_id, a.state,
        k.name as campaign_name, k.fiscal_year, array_position(${STATE_ORDER}, a.state) as settled
      from tenant.assessment a
      join tenant.campaign k on k.id = a.campaign_id
      where ${where}
      order by a.vendor_id, k.fiscal_year desc, k.created_at desc, settled, a.id) newest
    left join lateral (
      select x.grade from tenant.acceptance x
      where x.assessment_id = newest.assessment_id and x.state = 'approved' order by x.decided_at desc limit 1) d on true`;
}

/** The order of the register; equal rows fall back to the reading and the id, so that pages don't overlap. */
export function vendorOrder(sort: VendorSort, descending: boolean): SQL {
  const by = { kana: sql`w.kana`, name: sql`w.name`, result: sql`(last.settled, coalesce(last.grade, ''))` }[sort];
  const missing = sort === 'result' ? sql`last.settled is null, ` : sql``;
  return sql`${missing}${by} ${descending ? sql`desc` : sql`asc`}, w.kana, w.name, w.id`;
}
