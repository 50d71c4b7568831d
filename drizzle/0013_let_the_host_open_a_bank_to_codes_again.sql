-- A bank whose own provider is out of order is let in by codes again, by the host and on record.
CREATE POLICY host ON tenant.identity_provider TO tenken_host
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT (tenant_id, mode, version), UPDATE (mode, version, updated_at) ON tenant.identity_provider TO tenken_host;
