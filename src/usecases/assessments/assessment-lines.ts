import { type SQL, sql } from 'drizzle-orm';
import type { AssessmentFilter, AssessmentSort } from '@/domain/assessment-search';
import { wallClockOf } from '@/domain/deadline';
import { containsFolded } from '../folded-search';
import { ANSWERABLE, UNANSWERED } from '../questions/open-questions';
import { lapsedAnswers, STILL_OWED } from './lapsed-answers';

/** What each filter lets through, of the rows of `assessmentLines`. The pills' counts and the lists share it. */
export function passes(filter: AssessmentFilter): SQL {
  switch (filter) {
    case 'all':
      return sql`true`;
    case 'unopened':
      return sql`line.state = 'not_started' and not line.opened`;
    case 'answering':
      return sql`(line.state = 'answering' or line.state = 'not_started' and line.opened)`;
    case 'review':
      return sql`line.state in ('submitted', 'in_review')`;
    case 'approval':
      return sql`line.state = 'pending_approval'`;
    case 'returned':
      return sql`line.state = 'returned'`;
    case 'approved':
      return sql`line.state = 'approved'`;
    case 'overdue':
      return sql`line.overdue`;
    case 'trouble':
      return sql`line.troubled`;
    case 'link_request':
      return sql`line.link_requested`;
    case 'asked':
      return sql`line.asked`;
    case 'ended':
      return sql`line.state in ('withdrawn', 'declined', 'closed_unanswered')`;
  }
}

/**
 * Mails that need a look: failed, or sent twice at most because a crash left the first copy in doubt. One that failed
 * under a link which another has replaced needs none any more; a doubtful one stays listed. A 写し that did not arrive
 * keeps nobody from answering: the register shows its bounce.
 */
export const TROUBLED_MAIL = sql`(m.kind <> 'copy' and (m.state = 'uncertain' or m.doubtful = 'yes' or m.state = 'failed'
  and not exists (select 1 from tenant.invitation x where x.id = m.invitation_id and x.revoked_at is not null)))`;

/**
 * Requests for another link, `r` by the holder of the invitation `i`, that the bank has neither followed nor put away. A
 * colleague's is the vendor's lead's to follow.
 */
const OPEN_LINK_REQUEST = sql`(r.settled_at is null and i.delegated_by is null)`;

/** Assessments of the campaigns `of` whose lead is known to get no mail: no reminder reaches them. */
const toBounced = (of: SQL) => sql`
  select i.assessment_id from tenant.invitation i
  join tenant.vendor_contact b on b.id = i.contact_id and b.address = i.address and b.bounced_at is not null
  where i.campaign_id in (select c.id from tenant.campaign c where ${of}) and i.revoked_at is null and i.delegated_by is null`;

export interface Sought {
  search: string;
  inChargeId: string | null;
  criticality: string | null;
  apiKind: string | null;
}

/**
 * Every assessment that the search finds, one row each. `of` is a condition on the campaign `c`. Overdue is who still
 * owes answers after the closing time of the due date: as the domain's `isAfterDeadline`.
 */
export function assessmentLines(of: SQL, now: Date, sought: Sought): SQL {
  const { search, inChargeId, criticality, apiKind } = sought;
  const { date, time } = wallClockOf(now);
  return sql`
    select a.campaign_id, a.id, a.vendor_id, w.name as vendor_name, w.kana, s.name as service_name, s.criticality,
      s.api_kinds, a.state, a.round_number,
      case when ${STILL_OWED} then a.answered_count - coalesce(l.lapsed, 0) else a.answered_count end as answered_count, a.item_count, a.due_date, a.due_date_reason,
      a.last_activity_at, a.in_charge_id, p.name as in_charge, a.version, a.wave,
      a.id in (select i.assessment_id from tenant.invitation i
        where i.campaign_id in (select c.id from tenant.campaign c where ${of}) and i.opened_at is not null and i.delegated_by is null) as opened,
      (a.id in (select m.assessment_id from tenant.mail m
        where m.campaign_id in (select c.id from tenant.campaign c where ${of}) and ${TROUBLED_MAIL})
        or ${STILL_OWED} and a.id in (${toBounced(of)})) as troubled,
      a.id in (select r.assessment_id from tenant.link_request r join tenant.invitation i on i.id = r.invitation_id
        where r.campaign_id in (select c.id from tenant.campaign c where ${of}) and ${OPEN_LINK_REQUEST})
        and c.state <> 'closed' and a.state not in ('withdrawn', 'declined', 'closed_unanswered') as link_requested,
      (${ANSWERABLE} and a.id in (select q.assessment_id from tenant.question q
        where q.campaign_id in (select c.id from tenant.campaign c where ${of}) and ${UNANSWERED})) as asked,
      (${STILL_OWED} and (a.due_date < ${date}::date
        or a.due_date = ${date}::date and c.closing_time || ':00.000' < ${time})) as overdue
    from tenant.assessment a
    join tenant.campaign c on c.id = a.campaign_id
    join tenant.service s on s.id = a.service_id
    join tenant.vendor w on w.id = a.vendor_id
    left join tenant.member p on p.id = a.in_charge_id
    left join (${lapsedAnswers(sql`p.campaign_id in (select c.id from tenant.campaign c where ${of})`, date)}) l
      on l.assessment_id = a.id
    where ${of}
      and ${inChargeId === null ? sql`true` : sql`a.in_charge_id = ${inChargeId}`}
      and ${criticality === null ? sql`true` : sql`s.criticality = ${criticality}`}
      and ${apiKind === null ? sql`true` : sql`${apiKind} = any(s.api_kinds)`}
      and ${containsFolded(sql`w.name || ' ' || w.kana || ' ' || s.name || ' ' || coalesce(w.corporate_number, '')`, search)}`;
}

const STATE_ORDER = sql`array_position(array['returned', 'submitted', 'in_review', 'pending_approval', 'not_started',
  'answering', 'approved', 'withdrawn', 'declined', 'closed_unanswered'], line.state)`;

/** The order of a list; equal rows fall back to the vendor's reading and then the id, so that pages don't overlap. */
export function orderOf(sort: AssessmentSort, descending: boolean): SQL {
  const by = {
    vendor: sql`line.kana`,
    state: STATE_ORDER,
    answered: sql`line.answered_count::float8 / greatest(line.item_count, 1)`,
    due: sql`line.due_date`,
    activity: sql`line.last_activity_at`,
    gaps: sql`coalesce(claims.gaps, -1)`,
    in_charge: sql`line.in_charge`,
    // As the column shows it: trouble first, then who has not come in by the link.
    mail: sql`case when line.troubled then 0 when line.opened then 2 else 1 end`,
  }[sort];
  return sql`${by} ${descending ? sql`desc nulls last` : sql`asc nulls last`}, line.kana, line.service_name, line.id`;
}
