-- The versions of a file's row are as secret as the row: the bank and its auditors read those of what a round holds.
CREATE POLICY submitted_evidence ON tenant.revision AS RESTRICTIVE FOR SELECT TO tenken_bank, tenken_auditor
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
    AND (noun <> 'evidence' OR row_id IN (SELECT r.evidence_id FROM tenant.round_evidence r)));
--> statement-breakpoint

-- The worker asks which of some stored files are still needed, and learns of no other.
GRANT SELECT (tenant_id, id, storage_key, removed_at) ON tenant.evidence TO tenken_door;
--> statement-breakpoint
GRANT SELECT (tenant_id, evidence_id) ON tenant.round_evidence TO tenken_door;
--> statement-breakpoint
CREATE POLICY door ON tenant.evidence FOR SELECT TO tenken_door USING (true);
--> statement-breakpoint
CREATE POLICY door ON tenant.round_evidence FOR SELECT TO tenken_door USING (true);
--> statement-breakpoint
CREATE FUNCTION doors.kept_files(keys text[])
RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT e.storage_key FROM tenant.evidence e
  WHERE e.storage_key = ANY (keys) AND (e.removed_at IS NULL OR EXISTS (
    SELECT 1 FROM tenant.round_evidence r WHERE r.tenant_id = e.tenant_id AND r.evidence_id = e.id))
$$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA doors TO tenken_door;
--> statement-breakpoint
ALTER FUNCTION doors.kept_files(text[]) OWNER TO tenken_door;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA doors FROM tenken_door;
--> statement-breakpoint
REVOKE ALL ON FUNCTION doors.kept_files(text[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION doors.kept_files(text[]) TO tenken_identity;
