CREATE TABLE "tenant"."item_lineage" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"lineage_id" uuid NOT NULL,
	CONSTRAINT "item_lineage_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "tenant"."assessment" ADD COLUMN "gaps_settled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."evidence" ADD COLUMN "altered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tenant"."item_lineage" ADD CONSTRAINT "item_lineage_item" FOREIGN KEY ("tenant_id","id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "item_lineage_once" ON "tenant"."item_lineage" USING btree ("tenant_id","campaign_id","lineage_id");--> statement-breakpoint
CREATE INDEX "assessment_of_service" ON "tenant"."assessment" USING btree ("tenant_id","service_id");--> statement-breakpoint
CREATE INDEX "assessment_unsettled" ON "tenant"."assessment" USING btree ("tenant_id") WHERE not gaps_settled;
--> statement-breakpoint

-- Which question an item asks over the years: the bank's alone. It changes when editions are mapped.
ALTER TABLE tenant.item_lineage ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tenant.item_lineage FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY bank ON tenant.item_lineage TO tenken_bank
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON tenant.item_lineage TO tenken_bank;
--> statement-breakpoint

-- That a stored file is no longer what was handed in is marked on its row, by whoever may read the row.
GRANT UPDATE (altered_at) ON tenant.evidence TO tenken_bank, tenken_respondent;
--> statement-breakpoint
CREATE POLICY bank_marks ON tenant.evidence FOR UPDATE TO tenken_bank
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
    AND id IN (SELECT r.evidence_id FROM tenant.round_evidence r))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
    AND id IN (SELECT r.evidence_id FROM tenant.round_evidence r));
