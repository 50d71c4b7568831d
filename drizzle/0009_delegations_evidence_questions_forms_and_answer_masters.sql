CREATE TABLE "respondents"."master_answer" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"master_service_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"objective" text NOT NULL,
	"content" jsonb NOT NULL,
	"source" jsonb NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "master_answer_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "respondents"."master_link" (
	"organisation_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"master_service_id" uuid NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "master_link_organisation_id_tenant_id_service_id_pk" PRIMARY KEY("organisation_id","tenant_id","service_id")
);
--> statement-breakpoint
CREATE TABLE "respondents"."master_revision" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"master_answer_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"source" jsonb NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "master_revision_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "respondents"."master_service" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "master_service_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "respondents"."organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"founded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "respondents"."organisation_event" (
	"organisation_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"bytes" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"kind" text NOT NULL,
	"salt" text NOT NULL,
	"payload" text NOT NULL,
	CONSTRAINT "organisation_event_organisation_id_seq_pk" PRIMARY KEY("organisation_id","seq")
);
--> statement-breakpoint
CREATE TABLE "respondents"."organisation_head" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "respondents"."organisation_invitation" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"address" text NOT NULL,
	"language" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"inviter_name" text NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"mail_state" text NOT NULL,
	"mail_attempts" integer DEFAULT 0 NOT NULL,
	"mail_claimed_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "organisation_invitation_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "organisation_invitation_mail_state" CHECK ("respondents"."organisation_invitation"."mail_state" in ('planned', 'sending', 'sent', 'uncertain', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "respondents"."organisation_member" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"invited_by" uuid,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "organisation_member_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."form_upload" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"state" text NOT NULL,
	"cells" jsonb NOT NULL,
	"uploaded_by" jsonb NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "form_upload_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "form_upload_state" CHECK ("tenant"."form_upload"."state" in ('previewed', 'taken', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."prior_answer" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"from_assessment_id" uuid NOT NULL,
	"from_revision_id" uuid NOT NULL,
	"campaign_name" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"content" jsonb NOT NULL,
	"text_changed" boolean NOT NULL,
	"unchanged_before" boolean NOT NULL,
	"answered_by" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "prior_answer_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."question" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"text" text NOT NULL,
	"asked_by" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_by" jsonb,
	"answered_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "question_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."reattestation" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"from_revision_id" uuid NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reattestation_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."delegated_item" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "delegated_item_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."link_request" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "link_request_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."presence" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"sitting" uuid NOT NULL,
	"name" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "presence_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."evidence" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"scan" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"added_by" jsonb NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "evidence_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "evidence_scan" CHECK ("tenant"."evidence"."scan" in ('clean', 'not_scanned'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."evidence_use" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "evidence_use_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."round_evidence" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	CONSTRAINT "round_evidence_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "tenant"."assessment" ADD COLUMN "prior_known_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tenant"."invitation" ADD COLUMN "delegated_by" uuid;--> statement-breakpoint
ALTER TABLE "tenant"."invitation" ADD COLUMN "message" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "respondents"."master_answer" ADD CONSTRAINT "master_answer_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "respondents"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "respondents"."master_service" ADD CONSTRAINT "master_service_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "respondents"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "respondents"."organisation_head" ADD CONSTRAINT "organisation_head_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "respondents"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "respondents"."organisation_invitation" ADD CONSTRAINT "organisation_invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "respondents"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "respondents"."organisation_member" ADD CONSTRAINT "organisation_member_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "respondents"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "respondents"."organisation_member" ADD CONSTRAINT "organisation_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "respondents"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."form_upload" ADD CONSTRAINT "form_upload_assessment" FOREIGN KEY ("tenant_id","assessment_id") REFERENCES "tenant"."assessment"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."prior_answer" ADD CONSTRAINT "prior_answer_assessment" FOREIGN KEY ("tenant_id","assessment_id") REFERENCES "tenant"."assessment"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."prior_answer" ADD CONSTRAINT "prior_answer_item" FOREIGN KEY ("tenant_id","item_id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."question" ADD CONSTRAINT "question_assessment" FOREIGN KEY ("tenant_id","assessment_id") REFERENCES "tenant"."assessment"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."question" ADD CONSTRAINT "question_item" FOREIGN KEY ("tenant_id","item_id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."reattestation" ADD CONSTRAINT "reattestation_revision" FOREIGN KEY ("tenant_id","revision_id") REFERENCES "tenant"."answer_revision"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."delegated_item" ADD CONSTRAINT "delegated_item_assessment" FOREIGN KEY ("tenant_id","assessment_id") REFERENCES "tenant"."assessment"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."delegated_item" ADD CONSTRAINT "delegated_item_invitation" FOREIGN KEY ("tenant_id","invitation_id") REFERENCES "tenant"."invitation"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."delegated_item" ADD CONSTRAINT "delegated_item_item" FOREIGN KEY ("tenant_id","item_id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."link_request" ADD CONSTRAINT "link_request_invitation" FOREIGN KEY ("tenant_id","invitation_id") REFERENCES "tenant"."invitation"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."presence" ADD CONSTRAINT "presence_assessment" FOREIGN KEY ("tenant_id","assessment_id") REFERENCES "tenant"."assessment"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."evidence" ADD CONSTRAINT "evidence_assessment" FOREIGN KEY ("tenant_id","assessment_id") REFERENCES "tenant"."assessment"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."evidence_use" ADD CONSTRAINT "evidence_use_evidence" FOREIGN KEY ("tenant_id","evidence_id") REFERENCES "tenant"."evidence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."evidence_use" ADD CONSTRAINT "evidence_use_item" FOREIGN KEY ("tenant_id","item_id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."round_evidence" ADD CONSTRAINT "round_evidence_round" FOREIGN KEY ("tenant_id","round_id") REFERENCES "tenant"."round"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."round_evidence" ADD CONSTRAINT "round_evidence_evidence" FOREIGN KEY ("tenant_id","evidence_id") REFERENCES "tenant"."evidence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "master_answer_once" ON "respondents"."master_answer" USING btree ("organisation_id","master_service_id","content_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "master_revision_version" ON "respondents"."master_revision" USING btree ("organisation_id","master_answer_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_event_previous" ON "respondents"."organisation_event" USING btree ("organisation_id","previous_hash");--> statement-breakpoint
CREATE INDEX "organisation_invitation_address" ON "respondents"."organisation_invitation" USING btree ("address");--> statement-breakpoint
CREATE INDEX "organisation_invitation_mail" ON "respondents"."organisation_invitation" USING btree ("mail_state","invited_at");--> statement-breakpoint
CREATE INDEX "organisation_member_person" ON "respondents"."organisation_member" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "form_upload_of_assessment" ON "tenant"."form_upload" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "prior_answer_once" ON "tenant"."prior_answer" USING btree ("tenant_id","assessment_id","item_id");--> statement-breakpoint
CREATE INDEX "question_of_assessment" ON "tenant"."question" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE INDEX "question_of_campaign" ON "tenant"."question" USING btree ("tenant_id","campaign_id","answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reattestation_once" ON "tenant"."reattestation" USING btree ("tenant_id","revision_id");--> statement-breakpoint
CREATE INDEX "reattestation_of_assessment" ON "tenant"."reattestation" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "delegated_item_once" ON "tenant"."delegated_item" USING btree ("tenant_id","invitation_id","item_id");--> statement-breakpoint
CREATE INDEX "delegated_item_of_assessment" ON "tenant"."delegated_item" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE INDEX "link_request_of_campaign" ON "tenant"."link_request" USING btree ("tenant_id","campaign_id","settled_at");--> statement-breakpoint
CREATE UNIQUE INDEX "presence_once" ON "tenant"."presence" USING btree ("tenant_id","assessment_id","sitting");--> statement-breakpoint
CREATE INDEX "evidence_of_assessment" ON "tenant"."evidence" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_use_once" ON "tenant"."evidence_use" USING btree ("tenant_id","evidence_id","item_id");--> statement-breakpoint
CREATE INDEX "evidence_use_of_assessment" ON "tenant"."evidence_use" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_evidence_once" ON "tenant"."round_evidence" USING btree ("tenant_id","round_id","item_id","evidence_id");--> statement-breakpoint
CREATE INDEX "round_evidence_of_evidence" ON "tenant"."round_evidence" USING btree ("tenant_id","evidence_id");--> statement-breakpoint
ALTER TABLE "tenant"."invitation" ADD CONSTRAINT "invitation_delegated_by" FOREIGN KEY ("tenant_id","delegated_by") REFERENCES "tenant"."invitation"("tenant_id","id") ON DELETE no action ON UPDATE no action;