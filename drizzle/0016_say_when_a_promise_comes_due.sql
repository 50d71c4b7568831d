ALTER TABLE "tenant"."answer" ADD COLUMN "promise_last_day" date;--> statement-breakpoint
ALTER TABLE "tenant"."prior_answer" ADD COLUMN "promise_last_day" date;--> statement-breakpoint
CREATE INDEX "prior_answer_promising" ON "tenant"."prior_answer" USING btree ("tenant_id","assessment_id","item_id") WHERE "tenant"."prior_answer"."promise_last_day" is not null;--> statement-breakpoint

-- What was promised before. The owner is bound by the row security of its tables, so that it rests for this.
ALTER TABLE tenant.answer NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tenant.prior_answer NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['answer', 'prior_answer']
  LOOP
    EXECUTE format($q$
      UPDATE tenant.%I SET promise_last_day = CASE content -> 'promised' ->> 'precision'
        WHEN 'day' THEN (content -> 'promised' ->> 'date')::date
        WHEN 'month' THEN (make_date((content -> 'promised' ->> 'year')::int, (content -> 'promised' ->> 'month')::int, 1)
          + interval '1 month - 1 day')::date
        WHEN 'half' THEN CASE content -> 'promised' ->> 'half'
          WHEN '1' THEN make_date((content -> 'promised' ->> 'fiscalYear')::int, 9, 30)
          ELSE make_date((content -> 'promised' ->> 'fiscalYear')::int + 1, 3, 31) END
        WHEN 'fiscal_year' THEN make_date((content -> 'promised' ->> 'fiscalYear')::int + 1, 3, 31)
      END
      WHERE content ->> 'status' NOT IN ('not_applicable', 'unanswered') AND content -> 'promised' <> 'null'$q$, t);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE tenant.answer FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tenant.prior_answer FORCE ROW LEVEL SECURITY;
--> statement-breakpoint

-- The doorstep counts no answer whose promise, and the one of last year before it, have come due.
GRANT SELECT (tenant_id, assessment_id, item_id, promise_last_day) ON tenant.prior_answer TO tenken_door;
--> statement-breakpoint
GRANT SELECT (promise_last_day) ON tenant.answer TO tenken_door;
--> statement-breakpoint
CREATE POLICY door ON tenant.prior_answer FOR SELECT TO tenken_door USING (true);
--> statement-breakpoint
CREATE OR REPLACE VIEW doors.live_grant WITH (security_invoker = true) AS
  SELECT i.tenant_id, i.id AS invitation_id, i.assessment_id, i.campaign_id, i.address, i.link_hash, i.name AS contact_name,
    i.language, i.expires_at, i.revoked_at, t.status AS tenant_status, p.name AS bank_name, p.name_en AS bank_name_en,
    p.department, p.department_en, p.telephone, p.reply_address, p.business_hours, v.name AS vendor_name,
    s.name AS service_name, c.name AS campaign_name, c.fiscal_year, c.reference_date, c.edition_title, c.closing_time,
    c.state AS campaign_state, a.due_date, coalesce(g.item_count, a.item_count) AS item_count,
    coalesce(g.answered_count, a.answered_count) AS answered_count, a.state AS assessment_state,
    i.delegated_by, s.id AS service_id, l.days AS lapse_days
  FROM tenant.invitation i
  JOIN platform.tenant t ON t.id = i.tenant_id
  JOIN tenant.bank_profile p ON p.tenant_id = i.tenant_id
  JOIN tenant.assessment a ON a.tenant_id = i.tenant_id AND a.id = i.assessment_id
  JOIN tenant.campaign c ON c.tenant_id = i.tenant_id AND c.id = i.campaign_id
  JOIN tenant.vendor v ON v.tenant_id = i.tenant_id AND v.id = a.vendor_id
  JOIN tenant.service s ON s.tenant_id = i.tenant_id AND s.id = a.service_id
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS item_count, count(*) FILTER (WHERE w.complete)::int AS answered_count
    FROM tenant.delegated_item d
    LEFT JOIN tenant.answer w ON w.tenant_id = d.tenant_id AND w.assessment_id = d.assessment_id AND w.item_id = d.item_id
      AND w.slot = 'vendor'
    WHERE d.tenant_id = i.tenant_id AND d.invitation_id = i.id AND d.ended_at IS NULL
  ) g ON i.delegated_by IS NOT NULL
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(greatest(w.promise_last_day, y.promise_last_day)), '{}') AS days
    FROM tenant.prior_answer y
    JOIN tenant.answer w ON w.tenant_id = y.tenant_id AND w.assessment_id = y.assessment_id AND w.item_id = y.item_id
      AND w.slot = 'vendor'
    WHERE y.tenant_id = i.tenant_id AND y.assessment_id = i.assessment_id AND y.promise_last_day IS NOT NULL
      AND w.promise_last_day IS NOT NULL AND w.complete
      AND (i.delegated_by IS NULL OR EXISTS (SELECT 1 FROM tenant.delegated_item d WHERE d.tenant_id = i.tenant_id
        AND d.invitation_id = i.id AND d.item_id = y.item_id AND d.ended_at IS NULL))
  ) l;
