import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { freeTextSchema } from '@/domain/free-text';
import { LAST_RESULTS } from '@/domain/last-result';
import { containsFolded } from '../folded-search';

/** Which services a page or a choice is about. */
export const serviceSearchSchema = z.strictObject({
  search: freeTextSchema(200),
  criticality: z.enum(['high', 'medium', 'low']).nullable(),
  apiKind: z.enum(['reference', 'update']).nullable(),
  lastResult: z.enum(LAST_RESULTS).nullable(),
  chosen: z.enum(['all', 'chosen', 'unchosen']),
  /** Only those of one wave; null: whichever. */
  wave: z.int().min(1).max(100).nullable(),
});
export type ServiceSearch = z.output<typeof serviceSearchSchema>;

/** Every live service that the search finds, a row each, with its place in the campaign and what came of it last time. */
export function serviceLines(campaignId: string, sought: ServiceSearch): SQL {
  const { search, criticality, apiKind, lastResult, chosen, wave } = sought;
  return sql`
    select * from (
      select s.id, s.vendor_id, w.name as vendor_name, w.kana, s.name as service_name, s.api_kinds, s.criticality,
        g.wave, g.launched_at is not null as launched,
        (select count(*) from tenant.vendor_contact c where c.vendor_id = w.id)::int as contacts,
        (select case when c.bounced_at is null then 'fine' else 'bounced' end from tenant.vendor_contact c
          where c.vendor_id = w.id and c.kind = 'primary') as primary_contact,
        case when last.id is null then 'none' when last.state <> 'approved' then 'unfinished'
          when exists (select 1 from tenant.commitment p where p.assessment_id = last.id and p.state = 'open')
            then 'promises' else 'approved' end as last_result
      from tenant.service s
      join tenant.vendor w on w.id = s.vendor_id
      left join tenant.campaign_target g on g.service_id = s.id and g.campaign_id = ${campaignId}
      left join (select distinct on (a.service_id) a.service_id, a.id, a.state from tenant.assessment a
        where a.campaign_id <> ${campaignId} order by a.service_id, a.created_at desc) last on last.service_id = s.id
      where s.archived_at is null and w.archived_at is null
        and ${criticality === null ? sql`true` : sql`s.criticality = ${criticality}`}
        and ${apiKind === null ? sql`true` : sql`${apiKind} = any(s.api_kinds)`}
        and ${chosen === 'all' ? sql`true` : chosen === 'chosen' ? sql`g.id is not null` : sql`g.id is null`}
        and ${wave === null ? sql`true` : sql`g.wave = ${wave}`}
        and ${containsFolded(sql`w.name || ' ' || w.kana || ' ' || s.name || ' ' || coalesce(w.corporate_number, '')`, search)}
    ) found
    where ${lastResult === null ? sql`true` : sql`found.last_result = ${lastResult}`}`;
}
