-- The database's share of the four locks: roles that own nothing, forced row-level security keyed by settings of the
-- transaction that fail closed, grants by column where a role may change only part of a row, and the doors across planes.

DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['tenken_bank', 'tenken_respondent', 'tenken_auditor', 'tenken_identity', 'tenken_queue', 'tenken_door', 'tenken_host']
  LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
--> statement-breakpoint
GRANT tenken_door, tenken_host TO CURRENT_USER;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
CREATE SCHEMA doors;
--> statement-breakpoint
GRANT USAGE ON SCHEMA tenant TO tenken_bank, tenken_respondent, tenken_auditor, tenken_door, tenken_host;
--> statement-breakpoint
GRANT USAGE ON SCHEMA platform TO tenken_identity, tenken_door, tenken_host;
--> statement-breakpoint
GRANT USAGE ON SCHEMA respondents TO tenken_identity;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA doors TO tenken_door;
--> statement-breakpoint
GRANT USAGE ON SCHEMA doors TO tenken_bank, tenken_respondent, tenken_auditor, tenken_identity, tenken_host;
--> statement-breakpoint

-- Platform and respondents' planes: identity alone.
GRANT SELECT ON platform.tenant TO tenken_identity, tenken_host;
--> statement-breakpoint
GRANT UPDATE (status) ON platform.tenant TO tenken_host;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON platform.user_account, platform.linked_account, platform.one_time_code TO tenken_identity;
--> statement-breakpoint
GRANT DELETE ON platform.linked_account TO tenken_identity;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.member_session TO tenken_identity;
--> statement-breakpoint
GRANT SELECT, INSERT ON respondents.person TO tenken_identity;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON respondents.session TO tenken_identity;
--> statement-breakpoint

-- Every tenant table: enabled, forced, and the bank's own rows for the bank.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'tenant'
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
GRANT INSERT, UPDATE ON tenant.member, tenant.vendor, tenant.vendor_contact, tenant.service, tenant.campaign,
  tenant.campaign_target, tenant.assessment, tenant.invitation, tenant.answer, tenant.round, tenant.verdict,
  tenant.comment, tenant.acceptance, tenant.commitment, tenant.mail, tenant.export_file, tenant.bank_answer_proposal
  TO tenken_bank;
--> statement-breakpoint
GRANT UPDATE ON tenant.bank_profile, tenant.audit_head TO tenken_bank;
--> statement-breakpoint
GRANT INSERT ON tenant.checklist_edition, tenant.pinned_item, tenant.answer_revision, tenant.bank_answer_approval,
  tenant.round_item, tenant.internal_note, tenant.revision, tenant.audit_event, tenant.audit_payload,
  tenant.auditor_campaign TO tenken_bank;
--> statement-breakpoint
GRANT DELETE ON tenant.campaign_target, tenant.auditor_campaign TO tenken_bank;
--> statement-breakpoint

-- Respondents: one assessment.
DO $$
DECLARE
  own_tenant constant text := $p$tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)$p$;
  own_assessment constant text := $p$assessment_id = (SELECT nullif(current_setting('app.assessment_id', true), '')::uuid)$p$;
  of_assessment constant text := $p$(SELECT a.%s FROM tenant.assessment a)$p$;
  t text;
  rule text;
BEGIN
  -- The assessment itself; its policy makes every sub-select below see one row.
  rule := own_tenant || $p$ AND id = (SELECT nullif(current_setting('app.assessment_id', true), '')::uuid)$p$;
  EXECUTE format('CREATE POLICY respondent ON tenant.assessment TO tenken_respondent USING (%1$s) WITH CHECK (%1$s)', rule);

  FOREACH t IN ARRAY ARRAY['invitation', 'round', 'round_item', 'commitment', 'revision', 'audit_event', 'audit_payload']
  LOOP
    rule := own_tenant || ' AND ' || own_assessment;
    EXECUTE format('CREATE POLICY respondent ON tenant.%I TO tenken_respondent USING (%2$s) WITH CHECK (%2$s)', t, rule);
  END LOOP;

  FOREACH t IN ARRAY ARRAY['answer', 'answer_revision']
  LOOP
    rule := own_tenant || ' AND ' || own_assessment || $p$ AND slot = 'vendor'$p$;
    EXECUTE format('CREATE POLICY respondent ON tenant.%I TO tenken_respondent USING (%2$s) WITH CHECK (%2$s)', t, rule);
  END LOOP;

  FOREACH t IN ARRAY ARRAY['verdict', 'comment']
  LOOP
    rule := own_tenant || ' AND ' || own_assessment || ' AND released_at IS NOT NULL';
    EXECUTE format('CREATE POLICY respondent ON tenant.%I FOR SELECT TO tenken_respondent USING (%2$s)', t, rule);
  END LOOP;

  -- The bank's approved and shared answers, at the revision that was approved.
  EXECUTE format('CREATE POLICY respondent ON tenant.bank_answer_approval FOR SELECT TO tenken_respondent USING (%s)',
    own_tenant || ' AND shared AND campaign_id = ' || format(of_assessment, 'campaign_id')
    || ' AND (assessment_id IS NULL OR ' || own_assessment || ')');
  EXECUTE format('CREATE POLICY respondent_shared ON tenant.answer_revision FOR SELECT TO tenken_respondent USING (%s)',
    own_tenant || ' AND id IN (SELECT b.revision_id FROM tenant.bank_answer_approval b)');

  EXECUTE format('CREATE POLICY respondent ON tenant.pinned_item FOR SELECT TO tenken_respondent USING (%s)',
    own_tenant || ' AND campaign_id = ' || format(of_assessment, 'campaign_id')
    || $p$ AND (answered_by IN ('vendor', 'both') OR id IN (SELECT b.item_id FROM tenant.bank_answer_approval b))$p$);
  EXECUTE format('CREATE POLICY respondent ON tenant.campaign FOR SELECT TO tenken_respondent USING (%s)',
    own_tenant || ' AND id = ' || format(of_assessment, 'campaign_id'));
  EXECUTE format('CREATE POLICY respondent ON tenant.service FOR SELECT TO tenken_respondent USING (%s)',
    own_tenant || ' AND id = ' || format(of_assessment, 'service_id'));
  EXECUTE format('CREATE POLICY respondent ON tenant.vendor FOR SELECT TO tenken_respondent USING (%s)',
    own_tenant || ' AND id = ' || format(of_assessment, 'vendor_id'));
  EXECUTE format('CREATE POLICY respondent ON tenant.bank_profile FOR SELECT TO tenken_respondent USING (%s)', own_tenant);
  -- One chain a tenant: everybody who writes moves its head, and it holds a number and a hash only.
  EXECUTE format('CREATE POLICY respondent ON tenant.audit_head TO tenken_respondent USING (%1$s) WITH CHECK (%1$s)', own_tenant);
END $$;
--> statement-breakpoint
GRANT SELECT ON tenant.assessment, tenant.invitation, tenant.round, tenant.round_item, tenant.commitment,
  tenant.answer, tenant.answer_revision, tenant.verdict, tenant.comment, tenant.bank_answer_approval,
  tenant.pinned_item, tenant.campaign, tenant.service, tenant.vendor, tenant.bank_profile, tenant.audit_head
  TO tenken_respondent;
--> statement-breakpoint
GRANT INSERT ON tenant.round, tenant.round_item, tenant.commitment, tenant.answer, tenant.answer_revision,
  tenant.revision, tenant.audit_event, tenant.audit_payload TO tenken_respondent;
--> statement-breakpoint
GRANT UPDATE ON tenant.answer TO tenken_respondent;
--> statement-breakpoint
GRANT UPDATE (state, round_number, answered_count, last_activity_at, opened_at, decline_requested_at, decline_reason, version)
  ON tenant.assessment TO tenken_respondent;
--> statement-breakpoint
GRANT UPDATE (opened_at) ON tenant.invitation TO tenken_respondent;
--> statement-breakpoint
GRANT UPDATE (state) ON tenant.round, tenant.commitment TO tenken_respondent;
--> statement-breakpoint
GRANT UPDATE (seq, hash) ON tenant.audit_head TO tenken_respondent;
--> statement-breakpoint

-- Auditors: the campaigns that they were named for.
DO $$
DECLARE
  own_tenant constant text := $p$tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)$p$;
  own_member constant text := $p$(SELECT nullif(current_setting('app.member_id', true), '')::uuid)$p$;
  named constant text := '(SELECT g.campaign_id FROM tenant.auditor_campaign g)';
  t text;
  rule text;
BEGIN
  EXECUTE format('CREATE POLICY auditor ON tenant.auditor_campaign FOR SELECT TO tenken_auditor USING (%s)',
    own_tenant || ' AND member_id = ' || own_member);
  EXECUTE format('CREATE POLICY auditor ON tenant.member FOR SELECT TO tenken_auditor USING (%s)',
    own_tenant || ' AND id = ' || own_member);
  EXECUTE format('CREATE POLICY auditor ON tenant.bank_profile FOR SELECT TO tenken_auditor USING (%s)', own_tenant);
  EXECUTE format('CREATE POLICY auditor ON tenant.campaign FOR SELECT TO tenken_auditor USING (%s)',
    own_tenant || ' AND id IN ' || named);
  FOREACH t IN ARRAY ARRAY['pinned_item', 'assessment', 'answer', 'answer_revision', 'bank_answer_approval', 'round',
    'round_item', 'verdict', 'comment', 'internal_note', 'acceptance', 'commitment', 'revision', 'mail']
  LOOP
    rule := own_tenant || ' AND campaign_id IN ' || named;
    EXECUTE format('CREATE POLICY auditor ON tenant.%I FOR SELECT TO tenken_auditor USING (%s)', t, rule);
    EXECUTE format('GRANT SELECT ON tenant.%I TO tenken_auditor', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['audit_event', 'audit_payload', 'export_file']
  LOOP
    rule := own_tenant || ' AND campaign_id IN ' || named;
    EXECUTE format('CREATE POLICY auditor ON tenant.%I TO tenken_auditor USING (%2$s) WITH CHECK (%2$s)', t, rule);
    EXECUTE format('GRANT SELECT, INSERT ON tenant.%I TO tenken_auditor', t);
  END LOOP;
  EXECUTE format('CREATE POLICY auditor ON tenant.vendor FOR SELECT TO tenken_auditor USING (%s)',
    own_tenant || ' AND id IN (SELECT a.vendor_id FROM tenant.assessment a)');
  EXECUTE format('CREATE POLICY auditor ON tenant.service FOR SELECT TO tenken_auditor USING (%s)',
    own_tenant || ' AND id IN (SELECT a.service_id FROM tenant.assessment a)');
  EXECUTE format('CREATE POLICY auditor ON tenant.audit_head TO tenken_auditor USING (%1$s) WITH CHECK (%1$s)', own_tenant);
END $$;
--> statement-breakpoint
GRANT SELECT ON tenant.auditor_campaign, tenant.member, tenant.bank_profile, tenant.campaign, tenant.vendor,
  tenant.service, tenant.audit_head TO tenken_auditor;
--> statement-breakpoint
GRANT UPDATE (seq, hash) ON tenant.audit_head TO tenken_auditor;
--> statement-breakpoint

-- The host (who runs the platform) reaches the chain of one tenant at a time, never its answers.
DO $$
DECLARE
  own_tenant constant text := $p$tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)$p$;
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_head', 'audit_event', 'audit_payload']
  LOOP
    EXECUTE format('CREATE POLICY host ON tenant.%I TO tenken_host USING (%2$s) WITH CHECK (%2$s)', t, own_tenant);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, UPDATE ON tenant.audit_head TO tenken_host;
--> statement-breakpoint
GRANT SELECT, INSERT ON tenant.audit_event TO tenken_host;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (salt, payload) ON tenant.audit_payload TO tenken_host;
--> statement-breakpoint

-- The doors across planes. Their owner may do exactly what they need and can't be become by the serving login.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['member', 'bank_profile', 'invitation', 'assessment', 'campaign', 'service', 'vendor', 'mail',
    'export_file', 'round']
  LOOP
    EXECUTE format('CREATE POLICY door ON tenant.%I FOR SELECT TO tenken_door USING (true)', t);
    EXECUTE format('GRANT SELECT ON tenant.%I TO tenken_door', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['bank_profile', 'audit_head']
  LOOP
    EXECUTE format('CREATE POLICY door_founding ON tenant.%I FOR INSERT TO tenken_door WITH CHECK (true)', t);
    EXECUTE format('GRANT INSERT ON tenant.%I TO tenken_door', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON platform.tenant TO tenken_door;
--> statement-breakpoint
CREATE FUNCTION doors.memberships_of(wanted uuid)
RETURNS TABLE (tenant_id uuid, tenant_status text, bank_name text, bank_name_en text, member_id uuid, member_name text,
  roles text[], disabled_at timestamptz, auditor_until date, idle_minutes int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.tenant_id, t.status, p.name, p.name_en, m.id, m.name, m.roles, m.disabled_at, m.auditor_until, p.idle_minutes
  FROM tenant.member m
  JOIN platform.tenant t ON t.id = m.tenant_id
  JOIN tenant.bank_profile p ON p.tenant_id = m.tenant_id
  WHERE m.user_id = wanted
  ORDER BY p.name
$$;
--> statement-breakpoint
CREATE VIEW doors.live_grant WITH (security_invoker = true) AS
  SELECT i.tenant_id, i.id AS invitation_id, i.assessment_id, i.campaign_id, i.address, i.link_hash, i.name AS contact_name,
    i.language, i.expires_at, i.revoked_at, t.status AS tenant_status, p.name AS bank_name, p.name_en AS bank_name_en,
    p.department, p.department_en, p.telephone, p.reply_address, p.business_hours, v.name AS vendor_name,
    s.name AS service_name, c.name AS campaign_name, c.fiscal_year, c.reference_date, c.edition_title, c.closing_time,
    c.state AS campaign_state, a.due_date, a.item_count, a.answered_count, a.state AS assessment_state
  FROM tenant.invitation i
  JOIN platform.tenant t ON t.id = i.tenant_id
  JOIN tenant.bank_profile p ON p.tenant_id = i.tenant_id
  JOIN tenant.assessment a ON a.tenant_id = i.tenant_id AND a.id = i.assessment_id
  JOIN tenant.campaign c ON c.tenant_id = i.tenant_id AND c.id = i.campaign_id
  JOIN tenant.vendor v ON v.tenant_id = i.tenant_id AND v.id = a.vendor_id
  JOIN tenant.service s ON s.tenant_id = i.tenant_id AND s.id = a.service_id;
--> statement-breakpoint
GRANT SELECT ON doors.live_grant TO tenken_door;
--> statement-breakpoint
CREATE FUNCTION doors.grant_of(wanted_link_hash text)
RETURNS SETOF doors.live_grant
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM doors.live_grant g WHERE g.link_hash = wanted_link_hash
$$;
--> statement-breakpoint
CREATE FUNCTION doors.grants_of(wanted_address text)
RETURNS SETOF doors.live_grant
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM doors.live_grant g WHERE g.address = wanted_address AND g.revoked_at IS NULL ORDER BY g.due_date, g.bank_name
$$;
--> statement-breakpoint
CREATE FUNCTION doors.due_rows(at timestamptz)
RETURNS TABLE (tenant_id uuid, kind text, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.tenant_id, 'mail.send', m.id FROM tenant.mail m
    WHERE (m.state = 'planned' AND m.due_at <= at) OR (m.state = 'sending' AND m.claimed_at <= at - interval '2 minutes')
  UNION ALL
  SELECT c.tenant_id, 'campaign.launch', c.id FROM tenant.campaign c WHERE c.state = 'launching'
  UNION ALL
  SELECT e.tenant_id, 'export.make', e.id FROM tenant.export_file e WHERE e.state = 'planned'
  UNION ALL
  SELECT DISTINCT c.tenant_id, 'campaign.sweep', c.id FROM tenant.campaign c
    JOIN platform.tenant t ON t.id = c.tenant_id AND t.status = 'active'
    WHERE c.state IN ('running', 'paused')
$$;
--> statement-breakpoint
CREATE FUNCTION doors.create_tenant(new_tenant uuid, new_slug text, new_profile jsonb, at timestamptz)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO platform.tenant (id, slug, status, created_at) VALUES (new_tenant, new_slug, 'active', at);
  INSERT INTO tenant.bank_profile (tenant_id, id, name, name_en, self_term, department, department_en, telephone, reply_address, business_hours)
    VALUES (new_tenant, new_tenant, new_profile ->> 'name', new_profile ->> 'nameEn', new_profile ->> 'selfTerm',
      new_profile ->> 'department', new_profile ->> 'departmentEn', new_profile ->> 'telephone',
      new_profile ->> 'replyAddress', new_profile ->> 'businessHours');
  INSERT INTO tenant.audit_head (tenant_id, id, seq, hash) VALUES (new_tenant, new_tenant, 0, repeat('0', 64));
$$;
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA doors FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION doors.memberships_of(uuid), doors.grant_of(text), doors.grants_of(text) TO tenken_identity;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION doors.due_rows(timestamptz) TO tenken_identity;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION doors.create_tenant(uuid, text, jsonb, timestamptz) TO tenken_host;
--> statement-breakpoint
ALTER FUNCTION doors.memberships_of(uuid) OWNER TO tenken_door;
--> statement-breakpoint
ALTER FUNCTION doors.grant_of(text) OWNER TO tenken_door;
--> statement-breakpoint
ALTER FUNCTION doors.grants_of(text) OWNER TO tenken_door;
--> statement-breakpoint
ALTER FUNCTION doors.due_rows(timestamptz) OWNER TO tenken_door;
--> statement-breakpoint
ALTER FUNCTION doors.create_tenant(uuid, text, jsonb, timestamptz) OWNER TO tenken_door;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA doors FROM tenken_door;
