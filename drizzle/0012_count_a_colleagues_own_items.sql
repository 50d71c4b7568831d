-- A colleague's doorstep speaks of the items given to them, not of the whole assessment.
GRANT SELECT ON tenant.delegated_item TO tenken_door;
--> statement-breakpoint
GRANT SELECT (tenant_id, assessment_id, item_id, slot, complete) ON tenant.answer TO tenken_door;
--> statement-breakpoint
CREATE POLICY door ON tenant.delegated_item FOR SELECT TO tenken_door USING (true);
--> statement-breakpoint
CREATE POLICY door ON tenant.answer FOR SELECT TO tenken_door USING (true);
--> statement-breakpoint
CREATE OR REPLACE VIEW doors.live_grant WITH (security_invoker = true) AS
  SELECT i.tenant_id, i.id AS invitation_id, i.assessment_id, i.campaign_id, i.address, i.link_hash, i.name AS contact_name,
    i.language, i.expires_at, i.revoked_at, t.status AS tenant_status, p.name AS bank_name, p.name_en AS bank_name_en,
    p.department, p.department_en, p.telephone, p.reply_address, p.business_hours, v.name AS vendor_name,
    s.name AS service_name, c.name AS campaign_name, c.fiscal_year, c.reference_date, c.edition_title, c.closing_time,
    c.state AS campaign_state, a.due_date, coalesce(g.item_count, a.item_count) AS item_count,
    coalesce(g.answered_count, a.answered_count) AS answered_count, a.state AS assessment_state,
    i.delegated_by, s.id AS service_id
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
  ) g ON i.delegated_by IS NOT NULL;
