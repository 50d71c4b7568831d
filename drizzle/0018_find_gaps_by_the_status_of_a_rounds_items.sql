ALTER TABLE "tenant"."round_item" ADD COLUMN "status" text;
--> statement-breakpoint

-- Rounds from before this migration get theirs from the frozen revision. The owner sees no rows while row security is forced.
ALTER TABLE tenant.round_item NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tenant.answer_revision NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE tenant.round_item i SET status = r.status FROM tenant.answer_revision r
  WHERE r.tenant_id = i.tenant_id AND r.id = i.revision_id;
--> statement-breakpoint
ALTER TABLE tenant.round_item FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tenant.answer_revision FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tenant"."round_item" ALTER COLUMN "status" SET NOT NULL;
--> statement-breakpoint
CREATE INDEX "round_item_gap" ON "tenant"."round_item" USING btree ("tenant_id","round_id") WHERE slot = 'vendor' and status in ('partial', 'unmet');
--> statement-breakpoint
CREATE INDEX "verdict_insufficient" ON "tenant"."verdict" USING btree ("tenant_id","round_id") WHERE value = 'insufficient';
