ALTER TABLE "tenant"."question" ADD COLUMN "taken_back_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tenant"."question" ADD COLUMN "asked_mail_id" uuid;--> statement-breakpoint
ALTER TABLE "tenant"."question" ADD COLUMN "answered_mail_id" uuid;--> statement-breakpoint
ALTER TABLE "tenant"."question" ADD CONSTRAINT "question_asked_mail" FOREIGN KEY ("tenant_id","asked_mail_id") REFERENCES "tenant"."mail"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."question" ADD CONSTRAINT "question_answered_mail" FOREIGN KEY ("tenant_id","answered_mail_id") REFERENCES "tenant"."mail"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The bank's worker notes which mail told of what.
GRANT UPDATE (asked_mail_id, answered_mail_id) ON tenant.question TO tenken_bank;
--> statement-breakpoint
-- A question is asked under one's own invitation, and taken back while nobody has answered it: by who asked, or a lead.
GRANT UPDATE (taken_back_at, version) ON tenant.question TO tenken_respondent;
--> statement-breakpoint
DO $$
DECLARE
  own constant text := $p$(SELECT nullif(current_setting('app.invitation_id', true), '')::uuid)$p$;
  own_tenant constant text := $p$tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)$p$;
  is_lead constant text := format('(SELECT EXISTS (SELECT 1 FROM tenant.invitation i WHERE i.id = %s AND i.delegated_by IS NULL))', own);
BEGIN
  EXECUTE format('CREATE POLICY asks_oneself ON tenant.question AS RESTRICTIVE FOR INSERT TO tenken_respondent WITH CHECK (%s)',
    own_tenant || format(' AND invitation_id = %s AND answer IS NULL', own));
  EXECUTE format('CREATE POLICY takes_back ON tenant.question AS RESTRICTIVE FOR UPDATE TO tenken_respondent USING (%1$s) WITH CHECK (%1$s)',
    own_tenant || format(' AND answer IS NULL AND (%s OR invitation_id = %s)', is_lead, own));
END $$;
