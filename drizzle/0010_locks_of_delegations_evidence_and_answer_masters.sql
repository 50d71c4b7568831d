-- The locks of what 0009 added: a respondent is either a lead or somebody asked for some items, and the database knows
-- which; evidence that the bank reads once it is submitted; masters that no bank reaches.

DO $$
BEGIN
  CREATE ROLE tenken_organisation NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['delegated_item', 'presence', 'link_request', 'evidence', 'evidence_use', 'round_evidence',
    'prior_answer', 'reattestation', 'question', 'form_upload']
  LOOP
    EXECUTE format('ALTER TABLE tenant.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE tenant.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint

-- The bank: its own rows, and of the vendor's work only what a submitted round holds.
DO $$
DECLARE
  own_tenant constant text := $p$tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)$p$;
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['delegated_item', 'presence', 'link_request', 'round_evidence', 'prior_answer', 'question',
    'form_upload']
  LOOP
    EXECUTE format('CREATE POLICY bank ON tenant.%I TO tenken_bank USING (%2$s) WITH CHECK (%2$s)', t, own_tenant);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['evidence', 'evidence_use']
  LOOP
    EXECUTE format('CREATE POLICY bank ON tenant.%I FOR SELECT TO tenken_bank USING (%s)', t, own_tenant
      || format(' AND %s IN (SELECT r.evidence_id FROM tenant.round_evidence r)',
        CASE t WHEN 'evidence' THEN 'id' ELSE 'evidence_id' END));
  END LOOP;
  EXECUTE format('CREATE POLICY bank ON tenant.reattestation FOR SELECT TO tenken_bank USING (%s)', own_tenant
    || ' AND revision_id IN (SELECT r.revision_id FROM tenant.round_item r)');
END $$;
--> statement-breakpoint
GRANT SELECT ON tenant.delegated_item, tenant.link_request, tenant.evidence, tenant.evidence_use, tenant.round_evidence,
  tenant.prior_answer, tenant.reattestation, tenant.question TO tenken_bank;
--> statement-breakpoint
GRANT UPDATE (invitation_id, ended_at) ON tenant.delegated_item TO tenken_bank;
--> statement-breakpoint
GRANT UPDATE (settled_at) ON tenant.link_request TO tenken_bank;
--> statement-breakpoint
GRANT UPDATE (answer, answered_by, answered_at, version) ON tenant.question TO tenken_bank;
--> statement-breakpoint
GRANT INSERT, DELETE ON tenant.prior_answer TO tenken_bank;
--> statement-breakpoint

-- Respondents: of one assessment, and by one invitation.
DROP POLICY respondent ON tenant.invitation;
--> statement-breakpoint
DO $$
DECLARE
  own constant text := $p$(SELECT nullif(current_setting('app.invitation_id', true), '')::uuid)$p$;
  here constant text := $p$tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
    AND assessment_id = (SELECT nullif(current_setting('app.assessment_id', true), '')::uuid)$p$;
  own_tenant constant text := $p$tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)$p$;
  is_lead constant text := format('(SELECT EXISTS (SELECT 1 FROM tenant.invitation i WHERE i.id = %s AND i.delegated_by IS NULL))', own);
  given constant text := format('(SELECT d.item_id FROM tenant.delegated_item d WHERE d.invitation_id = %s AND d.ended_at IS NULL)', own);
  t text;
  rule text;
BEGIN
  -- Nothing here may read tenant.invitation again: the rule of every other table asks it who is a lead.
  EXECUTE format('CREATE POLICY respondent ON tenant.invitation FOR SELECT TO tenken_respondent USING (%s)',
    here || format(' AND (id = %1$s OR delegated_by IS NULL OR delegated_by = %1$s)', own));
  rule := here || format(' AND (id = %1$s OR delegated_by = %1$s)', own);
  EXECUTE format('CREATE POLICY respondent_marks ON tenant.invitation FOR UPDATE TO tenken_respondent USING (%1$s) WITH CHECK (%1$s)', rule);
  EXECUTE format('CREATE POLICY respondent_delegates ON tenant.invitation FOR INSERT TO tenken_respondent WITH CHECK (%s)',
    here || format(' AND delegated_by = %s', own));

  rule := here || format(' AND (%s OR invitation_id = %s)', is_lead, own);
  EXECUTE format('CREATE POLICY respondent ON tenant.delegated_item FOR SELECT TO tenken_respondent USING (%s)', rule);
  rule := here || ' AND ' || is_lead;
  EXECUTE format('CREATE POLICY respondent_gives ON tenant.delegated_item FOR INSERT TO tenken_respondent WITH CHECK (%s)', rule);
  EXECUTE format('CREATE POLICY respondent_takes_back ON tenant.delegated_item FOR UPDATE TO tenken_respondent USING (%1$s) WITH CHECK (%1$s)', rule);

  FOREACH t IN ARRAY ARRAY['presence', 'link_request', 'evidence', 'evidence_use', 'round_evidence', 'prior_answer',
    'reattestation', 'question', 'form_upload']
  LOOP
    EXECUTE format('CREATE POLICY respondent ON tenant.%I TO tenken_respondent USING (%2$s) WITH CHECK (%2$s)', t, here);
  END LOOP;

  -- Whoever was asked for some items sees and changes those.
  FOREACH t IN ARRAY ARRAY['answer', 'answer_revision', 'verdict', 'comment', 'round_item', 'commitment', 'reply',
    'bank_answer_approval', 'presence', 'evidence_use', 'round_evidence', 'prior_answer', 'reattestation', 'question']
  LOOP
    rule := own_tenant || format(' AND (%s OR item_id IN %s)', is_lead, given);
    EXECUTE format('CREATE POLICY given_items ON tenant.%I AS RESTRICTIVE TO tenken_respondent USING (%2$s) WITH CHECK (%2$s)', t, rule);
  END LOOP;
  EXECUTE format('CREATE POLICY given_items ON tenant.pinned_item AS RESTRICTIVE FOR SELECT TO tenken_respondent USING (%s)',
    own_tenant || format(' AND (%s OR id IN %s)', is_lead, given));
  rule := own_tenant || format(' AND (%1$s OR invitation_id = %2$s OR id IN (SELECT u.evidence_id FROM tenant.evidence_use u))', is_lead, own);
  EXECUTE format('CREATE POLICY given_items ON tenant.evidence AS RESTRICTIVE TO tenken_respondent USING (%1$s) WITH CHECK (%1$s)', rule);
  rule := own_tenant || format(' AND (%1$s OR invitation_id = %2$s)', is_lead, own);
  FOREACH t IN ARRAY ARRAY['form_upload', 'link_request']
  LOOP
    EXECUTE format('CREATE POLICY own_part ON tenant.%I AS RESTRICTIVE TO tenken_respondent USING (%2$s) WITH CHECK (%2$s)', t, rule);
  END LOOP;

  -- Only a lead submits and takes back.
  EXECUTE format('CREATE POLICY lead_submits ON tenant.round AS RESTRICTIVE FOR INSERT TO tenken_respondent WITH CHECK (%s)',
    own_tenant || ' AND ' || is_lead);
  rule := own_tenant || ' AND ' || is_lead;
  EXECUTE format('CREATE POLICY lead_takes_back ON tenant.round AS RESTRICTIVE FOR UPDATE TO tenken_respondent USING (%1$s) WITH CHECK (%1$s)', rule);
END $$;
--> statement-breakpoint
GRANT INSERT, UPDATE (revoked_at) ON tenant.invitation TO tenken_respondent;
--> statement-breakpoint
GRANT SELECT, INSERT ON tenant.delegated_item, tenant.evidence, tenant.evidence_use, tenant.round_evidence,
  tenant.reattestation, tenant.question, tenant.form_upload, tenant.link_request TO tenken_respondent;
--> statement-breakpoint
GRANT UPDATE (given_at, ended_at) ON tenant.delegated_item TO tenken_respondent;
--> statement-breakpoint
GRANT UPDATE (valid_from, valid_to, removed_at, version) ON tenant.evidence TO tenken_respondent;
--> statement-breakpoint
GRANT UPDATE (used_at, ended_at) ON tenant.evidence_use TO tenken_respondent;
--> statement-breakpoint
GRANT UPDATE (state, settled_at, version) ON tenant.form_upload TO tenken_respondent;
--> statement-breakpoint
GRANT SELECT ON tenant.prior_answer TO tenken_respondent;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (item_id, seen_at, name), DELETE ON tenant.presence TO tenken_respondent;
--> statement-breakpoint

-- Auditors: of the campaigns that they were named for, what was submitted.
DO $$
DECLARE
  rule constant text := $p$tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
    AND campaign_id IN (SELECT g.campaign_id FROM tenant.auditor_campaign g)$p$;
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['round_evidence', 'question']
  LOOP
    EXECUTE format('CREATE POLICY auditor ON tenant.%I FOR SELECT TO tenken_auditor USING (%s)', t, rule);
  END LOOP;
  EXECUTE format('CREATE POLICY auditor ON tenant.evidence FOR SELECT TO tenken_auditor USING (%s)',
    rule || ' AND id IN (SELECT r.evidence_id FROM tenant.round_evidence r)');
  EXECUTE format('CREATE POLICY auditor ON tenant.reattestation FOR SELECT TO tenken_auditor USING (%s)',
    rule || ' AND revision_id IN (SELECT r.revision_id FROM tenant.round_item r)');
END $$;
--> statement-breakpoint
GRANT SELECT ON tenant.round_evidence, tenant.question, tenant.evidence, tenant.reattestation TO tenken_auditor;
--> statement-breakpoint

-- The masters of respondent organisations: their own row-security key, and no bank near them.
GRANT USAGE ON SCHEMA respondents TO tenken_organisation;
--> statement-breakpoint
DO $$
DECLARE
  t text;
  rule text;
BEGIN
  FOREACH t IN ARRAY ARRAY['organisation', 'organisation_member', 'organisation_invitation', 'master_service',
    'master_link', 'master_answer', 'master_revision', 'organisation_head', 'organisation_event']
  LOOP
    EXECUTE format('ALTER TABLE respondents.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE respondents.%I FORCE ROW LEVEL SECURITY', t);
    rule := CASE t WHEN 'organisation' THEN 'id' ELSE 'organisation_id' END
      || $p$ = (SELECT nullif(current_setting('app.organisation_id', true), '')::uuid)$p$;
    EXECUTE format('CREATE POLICY own ON respondents.%I TO tenken_organisation USING (%2$s) WITH CHECK (%2$s)', t, rule);
    EXECUTE format('GRANT SELECT, INSERT ON respondents.%I TO tenken_organisation', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['organisation', 'organisation_member', 'organisation_invitation']
  LOOP
    EXECUTE format('CREATE POLICY identity ON respondents.%I FOR SELECT TO tenken_identity USING (true)', t);
    EXECUTE format('GRANT SELECT ON respondents.%I TO tenken_identity', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY identity_mails ON respondents.organisation_invitation FOR UPDATE TO tenken_identity
  USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT UPDATE (mail_state, mail_attempts, mail_claimed_at, sent_at) ON respondents.organisation_invitation TO tenken_identity;
--> statement-breakpoint
GRANT UPDATE (name) ON respondents.organisation, respondents.master_service TO tenken_organisation;
--> statement-breakpoint
GRANT UPDATE (left_at, name) ON respondents.organisation_member TO tenken_organisation;
--> statement-breakpoint
GRANT UPDATE (accepted_at, revoked_at) ON respondents.organisation_invitation TO tenken_organisation;
--> statement-breakpoint
GRANT UPDATE (master_service_id, linked_at) ON respondents.master_link TO tenken_organisation;
--> statement-breakpoint
GRANT UPDATE (objective, content, source, version, updated_at, by, by_name) ON respondents.master_answer TO tenken_organisation;
--> statement-breakpoint
GRANT DELETE ON respondents.master_answer TO tenken_organisation;
--> statement-breakpoint
GRANT UPDATE (seq, hash) ON respondents.organisation_head TO tenken_organisation;
--> statement-breakpoint

-- What signing in must know of an invitation: whether it is a lead's.
CREATE OR REPLACE VIEW doors.live_grant WITH (security_invoker = true) AS
  SELECT i.tenant_id, i.id AS invitation_id, i.assessment_id, i.campaign_id, i.address, i.link_hash, i.name AS contact_name,
    i.language, i.expires_at, i.revoked_at, t.status AS tenant_status, p.name AS bank_name, p.name_en AS bank_name_en,
    p.department, p.department_en, p.telephone, p.reply_address, p.business_hours, v.name AS vendor_name,
    s.name AS service_name, c.name AS campaign_name, c.fiscal_year, c.reference_date, c.edition_title, c.closing_time,
    c.state AS campaign_state, a.due_date, a.item_count, a.answered_count, a.state AS assessment_state,
    i.delegated_by, s.id AS service_id
  FROM tenant.invitation i
  JOIN platform.tenant t ON t.id = i.tenant_id
  JOIN tenant.bank_profile p ON p.tenant_id = i.tenant_id
  JOIN tenant.assessment a ON a.tenant_id = i.tenant_id AND a.id = i.assessment_id
  JOIN tenant.campaign c ON c.tenant_id = i.tenant_id AND c.id = i.campaign_id
  JOIN tenant.vendor v ON v.tenant_id = i.tenant_id AND v.id = a.vendor_id
  JOIN tenant.service s ON s.tenant_id = i.tenant_id AND s.id = a.service_id;
