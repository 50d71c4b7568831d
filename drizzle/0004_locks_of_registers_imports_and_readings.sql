-- The locks of what 0003 added: forced row-level security, grants, published editions that nobody changes, conditional
-- items that a respondent doesn't see, and what else waits for the worker.

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['chain_link', 'vendor_document', 'edition_mapping', 'file_import', 'reply', 'item_reading',
    'identity_provider']
  LOOP
    EXECUTE format('ALTER TABLE tenant.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE tenant.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY bank ON tenant.%I TO tenken_bank
      USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
      WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))$p$, t);
    EXECUTE format('GRANT SELECT ON tenant.%I TO tenken_bank', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT INSERT, UPDATE ON tenant.chain_link, tenant.file_import, tenant.edition_mapping, tenant.identity_provider TO tenken_bank;
--> statement-breakpoint
GRANT INSERT, UPDATE (title, kind, valid_from, valid_to, archived_at) ON tenant.vendor_document TO tenken_bank;
--> statement-breakpoint
GRANT INSERT ON tenant.item_reading TO tenken_bank;
--> statement-breakpoint
GRANT UPDATE, DELETE ON tenant.checklist_edition TO tenken_bank;
--> statement-breakpoint
GRANT DELETE ON tenant.vendor_contact, tenant.edition_mapping TO tenken_bank;
--> statement-breakpoint

-- A published edition is immutable, whoever asks.
CREATE POLICY published_stays ON tenant.checklist_edition AS RESTRICTIVE FOR UPDATE TO tenken_bank
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid) AND published_at IS NULL)
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY published_is_kept ON tenant.checklist_edition AS RESTRICTIVE FOR DELETE TO tenken_bank
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid) AND published_at IS NULL);
--> statement-breakpoint

-- Replies: a respondent writes and reads those of the one assessment; nobody changes them.
CREATE POLICY respondent ON tenant.reply TO tenken_respondent
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
    AND assessment_id = (SELECT nullif(current_setting('app.assessment_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
    AND assessment_id = (SELECT nullif(current_setting('app.assessment_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT ON tenant.reply TO tenken_respondent;
--> statement-breakpoint

-- A respondent sees the items that are asked of this service, and no others.
DROP POLICY respondent ON tenant.pinned_item;
--> statement-breakpoint
CREATE POLICY respondent ON tenant.pinned_item FOR SELECT TO tenken_respondent
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
    AND campaign_id = (SELECT a.campaign_id FROM tenant.assessment a)
    AND (only_for_api_kinds IS NULL OR only_for_api_kinds && (SELECT a.api_kinds FROM tenant.assessment a))
    AND (answered_by IN ('vendor', 'both') OR id IN (SELECT b.item_id FROM tenant.bank_answer_approval b)));
--> statement-breakpoint

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['reply', 'item_reading']
  LOOP
    EXECUTE format($p$CREATE POLICY auditor ON tenant.%I FOR SELECT TO tenken_auditor
      USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
        AND campaign_id IN (SELECT g.campaign_id FROM tenant.auditor_campaign g))$p$, t);
    EXECUTE format('GRANT SELECT ON tenant.%I TO tenken_auditor', t);
  END LOOP;
END $$;
--> statement-breakpoint

-- The doors: what signing in must know of a membership, and what waits for the worker.
GRANT CREATE ON SCHEMA doors TO tenken_door;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['campaign_target', 'file_import', 'identity_provider']
  LOOP
    EXECUTE format('CREATE POLICY door ON tenant.%I FOR SELECT TO tenken_door USING (true)', t);
    EXECUTE format('GRANT SELECT ON tenant.%I TO tenken_door', t);
  END LOOP;
END $$;
--> statement-breakpoint
DROP FUNCTION doors.memberships_of(uuid);
--> statement-breakpoint
CREATE FUNCTION doors.memberships_of(wanted uuid)
RETURNS TABLE (tenant_id uuid, tenant_status text, bank_name text, bank_name_en text, member_id uuid, member_name text,
  roles text[], disabled_at timestamptz, auditor_until date, idle_minutes int, identity_mode text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.tenant_id, t.status, p.name, p.name_en, m.id, m.name, m.roles, m.disabled_at, m.auditor_until, p.idle_minutes,
    coalesce(i.mode, 'off')
  FROM tenant.member m
  JOIN platform.tenant t ON t.id = m.tenant_id
  JOIN tenant.bank_profile p ON p.tenant_id = m.tenant_id
  LEFT JOIN tenant.identity_provider i ON i.tenant_id = m.tenant_id
  WHERE m.user_id = wanted
  ORDER BY p.name
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION doors.due_rows(at timestamptz)
RETURNS TABLE (tenant_id uuid, kind text, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.tenant_id, 'mail.send', m.id FROM tenant.mail m
    WHERE (m.state = 'planned' AND m.due_at <= at) OR (m.state = 'sending' AND m.claimed_at <= at - interval '2 minutes')
  UNION ALL
  SELECT c.tenant_id, 'campaign.launch', c.id FROM tenant.campaign c
    WHERE c.state = 'launching' OR (c.state = 'running' AND EXISTS (SELECT 1 FROM tenant.campaign_target g
      WHERE g.tenant_id = c.tenant_id AND g.campaign_id = c.id AND g.launched_at IS NULL))
  UNION ALL
  SELECT e.tenant_id, 'export.make', e.id FROM tenant.export_file e WHERE e.state = 'planned'
  UNION ALL
  SELECT f.tenant_id, 'import.work', f.id FROM tenant.file_import f WHERE f.state IN ('planned', 'confirmed')
  UNION ALL
  SELECT DISTINCT c.tenant_id, 'campaign.sweep', c.id FROM tenant.campaign c
    JOIN platform.tenant t ON t.id = c.tenant_id AND t.status = 'active'
    WHERE c.state IN ('running', 'paused')
$$;
--> statement-breakpoint
CREATE FUNCTION doors.provider_of(wanted_slug text)
RETURNS TABLE (tenant_id uuid, bank_name text, bank_name_en text, issuer text, client_id text, client_secret_sealed text,
  mode text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t.id, p.name, p.name_en, i.issuer, i.client_id, i.client_secret_sealed, i.mode
  FROM platform.tenant t
  JOIN tenant.identity_provider i ON i.tenant_id = t.id AND i.mode <> 'off'
  JOIN tenant.bank_profile p ON p.tenant_id = t.id
  WHERE t.slug = wanted_slug AND t.status = 'active'
$$;
--> statement-breakpoint
ALTER FUNCTION doors.memberships_of(uuid) OWNER TO tenken_door;
--> statement-breakpoint
ALTER FUNCTION doors.provider_of(text) OWNER TO tenken_door;
--> statement-breakpoint
REVOKE ALL ON FUNCTION doors.provider_of(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION doors.provider_of(text) TO tenken_identity;
--> statement-breakpoint
REVOKE ALL ON FUNCTION doors.memberships_of(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION doors.memberships_of(uuid) TO tenken_identity;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA doors FROM tenken_door;
