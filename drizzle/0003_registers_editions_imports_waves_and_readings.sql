CREATE TABLE "tenant"."edition_mapping" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"from_edition_id" uuid NOT NULL,
	"to_edition_id" uuid NOT NULL,
	"from_item_id" text NOT NULL,
	"to_item_id" text,
	"by" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "edition_mapping_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."file_import" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"state" text NOT NULL,
	"requested_by" jsonb NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"done_rows" integer DEFAULT 0 NOT NULL,
	"total_rows" integer DEFAULT 0 NOT NULL,
	"preview" jsonb,
	"failure" text,
	"failure_params" jsonb,
	"confirmed_by" jsonb,
	"confirmed_at" timestamp (3) with time zone,
	"applied_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "file_import_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "file_import_state" CHECK ("tenant"."file_import"."state" in ('planned', 'previewed', 'confirmed', 'applied', 'failed', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."identity_provider" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"client_secret_sealed" text NOT NULL,
	"mode" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "identity_provider_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "identity_provider_mode" CHECK ("tenant"."identity_provider"."mode" in ('off', 'optional', 'required'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."item_reading" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "item_reading_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."reply" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"body" text NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reply_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."chain_link" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"corporate_number" text,
	"task" text DEFAULT '' NOT NULL,
	"data_location" text DEFAULT '' NOT NULL,
	"notified_on" date,
	"accepted_on" date,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "chain_link_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "chain_link_kind" CHECK ("tenant"."chain_link"."kind" in ('subcontractor', 'chain'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."vendor_document" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"added_by" jsonb NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "vendor_document_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "tenant"."checklist_edition" ALTER COLUMN "published_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."pinned_item" ALTER COLUMN "number" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "tenant"."export_file" ALTER COLUMN "campaign_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."bank_profile" ADD COLUMN "grades" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."bank_profile" ADD COLUMN "mail_texts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."bank_profile" ADD COLUMN "logo" "bytea";--> statement-breakpoint
ALTER TABLE "tenant"."bank_profile" ADD COLUMN "logo_type" text;--> statement-breakpoint
ALTER TABLE "tenant"."bank_profile" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."checklist_edition" ADD COLUMN "derived_from_id" uuid;--> statement-breakpoint
ALTER TABLE "tenant"."checklist_edition" ADD COLUMN "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."checklist_edition" ALTER COLUMN "created_at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "tenant"."checklist_edition" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."member" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."service" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tenant"."service" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."vendor" ADD COLUMN "registration_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."vendor" ADD COLUMN "registration_bureau" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."vendor" ADD COLUMN "registration_checked_on" date;--> statement-breakpoint
ALTER TABLE "tenant"."vendor" ADD COLUMN "data_location" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."vendor" ADD COLUMN "notes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."vendor" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."assessment" ADD COLUMN "due_date_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."assessment" ADD COLUMN "api_kinds" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."assessment" ADD COLUMN "wave" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."campaign" ADD COLUMN "chosen_item_ids" text[];--> statement-breakpoint
ALTER TABLE "tenant"."campaign" ADD COLUMN "waves" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."campaign" ADD COLUMN "invitation_texts" jsonb DEFAULT '{"ja":"","en":""}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."campaign" ADD COLUMN "cloned_from_id" uuid;--> statement-breakpoint
ALTER TABLE "tenant"."campaign_target" ADD COLUMN "wave" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."pinned_item" ADD COLUMN "only_for_api_kinds" text[];--> statement-breakpoint
ALTER TABLE "platform"."member_session" ADD COLUMN "vouched_tenant_id" uuid;--> statement-breakpoint
ALTER TABLE "tenant"."export_file" ADD COLUMN "subject_id" uuid;--> statement-breakpoint
ALTER TABLE "tenant"."acceptance" ADD COLUMN "conditions" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."acceptance" ADD COLUMN "grade" text;--> statement-breakpoint
ALTER TABLE "tenant"."acceptance" ADD COLUMN "next_date" date;--> statement-breakpoint
ALTER TABLE "tenant"."verdict" ADD COLUMN "taken_together" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."edition_mapping" ADD CONSTRAINT "edition_mapping_from" FOREIGN KEY ("tenant_id","from_edition_id") REFERENCES "tenant"."checklist_edition"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."edition_mapping" ADD CONSTRAINT "edition_mapping_to" FOREIGN KEY ("tenant_id","to_edition_id") REFERENCES "tenant"."checklist_edition"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."file_import" ADD CONSTRAINT "file_import_tenant" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."identity_provider" ADD CONSTRAINT "identity_provider_tenant" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."item_reading" ADD CONSTRAINT "item_reading_round" FOREIGN KEY ("tenant_id","round_id") REFERENCES "tenant"."round"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."item_reading" ADD CONSTRAINT "item_reading_item" FOREIGN KEY ("tenant_id","item_id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."item_reading" ADD CONSTRAINT "item_reading_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "tenant"."member"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."reply" ADD CONSTRAINT "reply_round" FOREIGN KEY ("tenant_id","round_id") REFERENCES "tenant"."round"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."reply" ADD CONSTRAINT "reply_item" FOREIGN KEY ("tenant_id","item_id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."chain_link" ADD CONSTRAINT "chain_link_vendor" FOREIGN KEY ("tenant_id","vendor_id") REFERENCES "tenant"."vendor"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."chain_link" ADD CONSTRAINT "chain_link_parent" FOREIGN KEY ("tenant_id","parent_id") REFERENCES "tenant"."chain_link"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."vendor_document" ADD CONSTRAINT "vendor_document_vendor" FOREIGN KEY ("tenant_id","vendor_id") REFERENCES "tenant"."vendor"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "edition_mapping_once" ON "tenant"."edition_mapping" USING btree ("tenant_id","from_edition_id","to_edition_id","from_item_id");--> statement-breakpoint
CREATE INDEX "file_import_waiting" ON "tenant"."file_import" USING btree ("state","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "identity_provider_one" ON "tenant"."identity_provider" USING btree ("tenant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "item_reading_once" ON "tenant"."item_reading" USING btree ("tenant_id","round_id","item_id","member_id");--> statement-breakpoint
CREATE INDEX "reply_of_assessment" ON "tenant"."reply" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE INDEX "chain_link_of_vendor" ON "tenant"."chain_link" USING btree ("tenant_id","vendor_id");--> statement-breakpoint
CREATE INDEX "vendor_document_of_vendor" ON "tenant"."vendor_document" USING btree ("tenant_id","vendor_id");--> statement-breakpoint
ALTER TABLE "tenant"."checklist_edition" ADD CONSTRAINT "checklist_edition_derived" FOREIGN KEY ("tenant_id","derived_from_id") REFERENCES "tenant"."checklist_edition"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."member_session" ADD CONSTRAINT "member_session_vouched_tenant_id_tenant_id_fk" FOREIGN KEY ("vouched_tenant_id") REFERENCES "platform"."tenant"("id") ON DELETE no action ON UPDATE no action;