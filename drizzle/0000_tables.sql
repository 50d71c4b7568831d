CREATE SCHEMA "platform";
--> statement-breakpoint
CREATE SCHEMA "respondents";
--> statement-breakpoint
CREATE SCHEMA "tenant";
--> statement-breakpoint
CREATE TABLE "tenant"."auditor_campaign" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "auditor_campaign_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."answer" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"assessment_id" uuid,
	"content" jsonb NOT NULL,
	"status" text NOT NULL,
	"complete" boolean NOT NULL,
	"version" integer NOT NULL,
	"revision_id" uuid NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"by" jsonb NOT NULL,
	CONSTRAINT "answer_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "answer_once" UNIQUE NULLS NOT DISTINCT("tenant_id","item_id","slot","assessment_id"),
	CONSTRAINT "answer_slot" CHECK ("tenant"."answer"."slot" in ('vendor', 'bank'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."answer_revision" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"assessment_id" uuid,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"status" text NOT NULL,
	"digest" text NOT NULL,
	"after_due" boolean NOT NULL,
	"sitting" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" jsonb NOT NULL,
	CONSTRAINT "answer_revision_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."bank_answer_approval" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"assessment_id" uuid,
	"revision_id" uuid NOT NULL,
	"shared" boolean NOT NULL,
	"proposed_by" jsonb NOT NULL,
	"approved_by" jsonb NOT NULL,
	"approved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bank_answer_approval_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."bank_answer_proposal" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"proposed_by" jsonb NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decision" text,
	CONSTRAINT "bank_answer_proposal_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."bank_profile" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"self_term" text NOT NULL,
	"department" text NOT NULL,
	"department_en" text NOT NULL,
	"telephone" text NOT NULL,
	"reply_address" text NOT NULL,
	"business_hours" text NOT NULL,
	"closing_time" text DEFAULT '17:00' NOT NULL,
	"idle_minutes" integer DEFAULT 30 NOT NULL,
	"default_due_business_days" integer DEFAULT 20 NOT NULL,
	"reminder_days" integer[] DEFAULT '{10,3}' NOT NULL,
	"overdue_days" integer[] DEFAULT '{1,5}' NOT NULL,
	"retention_years" integer DEFAULT 10 NOT NULL,
	CONSTRAINT "bank_profile_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."checklist_edition" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"issued" date NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "checklist_edition_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."member" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"auditor_until" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."service" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"name" text NOT NULL,
	"api_kinds" text[] NOT NULL,
	"criticality" text NOT NULL,
	"contract_date" date,
	CONSTRAINT "service_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "service_criticality" CHECK ("tenant"."service"."criticality" in ('high', 'medium', 'low'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."vendor" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kana" text DEFAULT '' NOT NULL,
	"corporate_number" text,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "vendor_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."vendor_contact" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"name" text NOT NULL,
	"department" text DEFAULT '' NOT NULL,
	"address" text NOT NULL,
	"language" text NOT NULL,
	"kind" text NOT NULL,
	"bounced_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "vendor_contact_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "vendor_contact_kind" CHECK ("tenant"."vendor_contact"."kind" in ('primary', 'deputy', 'copy'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."assessment" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"state" text NOT NULL,
	"round_number" integer DEFAULT 1 NOT NULL,
	"due_date" date NOT NULL,
	"item_count" integer NOT NULL,
	"answered_count" integer DEFAULT 0 NOT NULL,
	"last_activity_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"in_charge_id" uuid,
	"decline_requested_at" timestamp (3) with time zone,
	"decline_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assessment_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "assessment_state" CHECK ("tenant"."assessment"."state" in ('not_started', 'answering', 'submitted', 'in_review', 'returned', 'pending_approval', 'approved', 'withdrawn', 'declined', 'closed_unanswered'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."campaign" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"reference_date" date NOT NULL,
	"edition_id" uuid NOT NULL,
	"edition_title" text NOT NULL,
	"due_date" date NOT NULL,
	"closing_time" text NOT NULL,
	"reminder_days" integer[] NOT NULL,
	"overdue_days" integer[] NOT NULL,
	"state" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"launched_at" timestamp (3) with time zone,
	"launched_by" uuid,
	"closed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "campaign_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "campaign_state" CHECK ("tenant"."campaign"."state" in ('draft', 'launching', 'running', 'paused', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."campaign_target" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"launched_at" timestamp (3) with time zone,
	CONSTRAINT "campaign_target_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."invitation" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"contact_id" uuid,
	"address" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"link_hash" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	CONSTRAINT "invitation_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."pinned_item" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"number" integer NOT NULL,
	"category" text NOT NULL,
	"objective" text NOT NULL,
	"answered_by" text NOT NULL,
	"edition_item_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "pinned_item_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "pinned_item_answered_by" CHECK ("tenant"."pinned_item"."answered_by" in ('vendor', 'bank', 'both'))
);
--> statement-breakpoint
CREATE TABLE "platform"."linked_account" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "linked_account_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "platform"."member_session" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"tenant_id" uuid
);
--> statement-breakpoint
CREATE TABLE "platform"."one_time_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"audience" text NOT NULL,
	"address" text NOT NULL,
	"code_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"tenant_id" uuid,
	"invitation_id" uuid,
	"deliverable" boolean NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp (3) with time zone,
	"mail_state" text NOT NULL,
	"mail_attempts" integer DEFAULT 0 NOT NULL,
	"mail_claimed_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "platform"."tenant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tenant_status" CHECK ("platform"."tenant"."status" in ('active', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "platform"."user_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"email" text NOT NULL,
	"email_verified" timestamp (3) with time zone,
	"image" text
);
--> statement-breakpoint
CREATE TABLE "tenant"."audit_event" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"bytes" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"kind" text NOT NULL,
	"campaign_id" uuid,
	"assessment_id" uuid,
	CONSTRAINT "audit_event_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."audit_head" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."audit_payload" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"campaign_id" uuid,
	"assessment_id" uuid,
	"salt" text,
	"payload" text,
	CONSTRAINT "audit_payload_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."export_file" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"requested_by" jsonb NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"done_rows" integer DEFAULT 0 NOT NULL,
	"total_rows" integer DEFAULT 0 NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"file_name" text,
	"sha256" text,
	"content" "bytea",
	CONSTRAINT "export_file_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "export_file_state" CHECK ("tenant"."export_file"."state" in ('planned', 'ready', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."mail" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"invitation_id" uuid,
	"round_id" uuid,
	"member_id" uuid,
	"address" text NOT NULL,
	"recipient_name" text NOT NULL,
	"language" text NOT NULL,
	"occasion" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"message_id" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"doubtful" text DEFAULT 'no' NOT NULL,
	"claimed_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"failure" text,
	"planned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "mail_state" CHECK ("tenant"."mail"."state" in ('planned', 'sending', 'sent', 'uncertain', 'failed', 'cancelled', 'skipped'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."revision" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"noun" text NOT NULL,
	"row_id" uuid NOT NULL,
	"campaign_id" uuid,
	"assessment_id" uuid,
	"snapshot" jsonb NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" jsonb NOT NULL,
	CONSTRAINT "revision_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "respondents"."person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "respondents"."session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires" timestamp (3) with time zone NOT NULL,
	"name" text,
	"department" text
);
--> statement-breakpoint
CREATE TABLE "tenant"."acceptance" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"state" text NOT NULL,
	"summary" text NOT NULL,
	"proposed_by" jsonb NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" jsonb,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "acceptance_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "acceptance_state" CHECK ("tenant"."acceptance"."state" in ('proposed', 'approved', 'rejected', 'reopened'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."comment" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"body" text NOT NULL,
	"version" integer NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"released_at" timestamp (3) with time zone,
	CONSTRAINT "comment_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."commitment" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"person" text NOT NULL,
	"promised" jsonb NOT NULL,
	"last_day" date,
	"state" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "commitment_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."internal_note" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"body" text NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "internal_note_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."round" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"submitted_by" jsonb NOT NULL,
	"submitter_name" text NOT NULL,
	"submitter_title" text NOT NULL,
	"receipt_hash" text NOT NULL,
	"after_due" text NOT NULL,
	"returned_at" timestamp (3) with time zone,
	CONSTRAINT "round_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "round_state" CHECK ("tenant"."round"."state" in ('submitted', 'taken_back', 'returned', 'approved'))
);
--> statement-breakpoint
CREATE TABLE "tenant"."round_item" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"revision_id" uuid NOT NULL,
	CONSTRAINT "round_item_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenant"."verdict" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"value" text NOT NULL,
	"version" integer NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"released_at" timestamp (3) with time zone,
	CONSTRAINT "verdict_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "verdict_value" CHECK ("tenant"."verdict"."value" in ('accepted', 'insufficient', 'check'))
);
--> statement-breakpoint
ALTER TABLE "tenant"."auditor_campaign" ADD CONSTRAINT "auditor_campaign_member" FOREIGN KEY ("tenant_id","member_id") REFERENCES "tenant"."member"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."auditor_campaign" ADD CONSTRAINT "auditor_campaign_campaign" FOREIGN KEY ("tenant_id","campaign_id") REFERENCES "tenant"."campaign"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."answer" ADD CONSTRAINT "answer_item" FOREIGN KEY ("tenant_id","item_id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."answer" ADD CONSTRAINT "answer_assessment" FOREIGN KEY ("tenant_id","assessment_id") REFERENCES "tenant"."assessment"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."answer" ADD CONSTRAINT "answer_campaign" FOREIGN KEY ("tenant_id","campaign_id") REFERENCES "tenant"."campaign"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."answer_revision" ADD CONSTRAINT "answer_revision_answer" FOREIGN KEY ("tenant_id","answer_id") REFERENCES "tenant"."answer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."bank_answer_approval" ADD CONSTRAINT "bank_answer_approval_revision" FOREIGN KEY ("tenant_id","revision_id") REFERENCES "tenant"."answer_revision"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."bank_answer_approval" ADD CONSTRAINT "bank_answer_approval_answer" FOREIGN KEY ("tenant_id","answer_id") REFERENCES "tenant"."answer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."bank_answer_proposal" ADD CONSTRAINT "bank_answer_proposal_answer" FOREIGN KEY ("tenant_id","answer_id") REFERENCES "tenant"."answer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."bank_answer_proposal" ADD CONSTRAINT "bank_answer_proposal_revision" FOREIGN KEY ("tenant_id","revision_id") REFERENCES "tenant"."answer_revision"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."bank_profile" ADD CONSTRAINT "bank_profile_tenant" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."checklist_edition" ADD CONSTRAINT "checklist_edition_tenant" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."member" ADD CONSTRAINT "member_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."member" ADD CONSTRAINT "member_tenant" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."service" ADD CONSTRAINT "service_vendor" FOREIGN KEY ("tenant_id","vendor_id") REFERENCES "tenant"."vendor"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."vendor" ADD CONSTRAINT "vendor_tenant" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."vendor_contact" ADD CONSTRAINT "vendor_contact_vendor" FOREIGN KEY ("tenant_id","vendor_id") REFERENCES "tenant"."vendor"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."assessment" ADD CONSTRAINT "assessment_campaign" FOREIGN KEY ("tenant_id","campaign_id") REFERENCES "tenant"."campaign"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."assessment" ADD CONSTRAINT "assessment_service" FOREIGN KEY ("tenant_id","service_id") REFERENCES "tenant"."service"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."assessment" ADD CONSTRAINT "assessment_in_charge" FOREIGN KEY ("tenant_id","in_charge_id") REFERENCES "tenant"."member"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."campaign" ADD CONSTRAINT "campaign_edition" FOREIGN KEY ("tenant_id","edition_id") REFERENCES "tenant"."checklist_edition"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."campaign" ADD CONSTRAINT "campaign_owner" FOREIGN KEY ("tenant_id","owner_id") REFERENCES "tenant"."member"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."campaign_target" ADD CONSTRAINT "campaign_target_campaign" FOREIGN KEY ("tenant_id","campaign_id") REFERENCES "tenant"."campaign"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."campaign_target" ADD CONSTRAINT "campaign_target_service" FOREIGN KEY ("tenant_id","service_id") REFERENCES "tenant"."service"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."invitation" ADD CONSTRAINT "invitation_assessment" FOREIGN KEY ("tenant_id","assessment_id") REFERENCES "tenant"."assessment"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."pinned_item" ADD CONSTRAINT "pinned_item_campaign" FOREIGN KEY ("tenant_id","campaign_id") REFERENCES "tenant"."campaign"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."linked_account" ADD CONSTRAINT "linked_account_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."user_account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."member_session" ADD CONSTRAINT "member_session_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "platform"."user_account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform"."member_session" ADD CONSTRAINT "member_session_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."audit_event" ADD CONSTRAINT "audit_event_tenant" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."audit_head" ADD CONSTRAINT "audit_head_tenant" FOREIGN KEY ("tenant_id") REFERENCES "platform"."tenant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."audit_payload" ADD CONSTRAINT "audit_payload_event" FOREIGN KEY ("tenant_id","id") REFERENCES "tenant"."audit_event"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."export_file" ADD CONSTRAINT "export_file_campaign" FOREIGN KEY ("tenant_id","campaign_id") REFERENCES "tenant"."campaign"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."mail" ADD CONSTRAINT "mail_campaign" FOREIGN KEY ("tenant_id","campaign_id") REFERENCES "tenant"."campaign"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."revision" ADD CONSTRAINT "revision_campaign" FOREIGN KEY ("tenant_id","campaign_id") REFERENCES "tenant"."campaign"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "respondents"."session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "respondents"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."acceptance" ADD CONSTRAINT "acceptance_round" FOREIGN KEY ("tenant_id","round_id") REFERENCES "tenant"."round"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."comment" ADD CONSTRAINT "comment_round" FOREIGN KEY ("tenant_id","round_id") REFERENCES "tenant"."round"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."comment" ADD CONSTRAINT "comment_item" FOREIGN KEY ("tenant_id","item_id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."commitment" ADD CONSTRAINT "commitment_round" FOREIGN KEY ("tenant_id","round_id") REFERENCES "tenant"."round"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."commitment" ADD CONSTRAINT "commitment_item" FOREIGN KEY ("tenant_id","item_id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."internal_note" ADD CONSTRAINT "internal_note_round" FOREIGN KEY ("tenant_id","round_id") REFERENCES "tenant"."round"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."internal_note" ADD CONSTRAINT "internal_note_item" FOREIGN KEY ("tenant_id","item_id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."round" ADD CONSTRAINT "round_assessment" FOREIGN KEY ("tenant_id","assessment_id") REFERENCES "tenant"."assessment"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."round" ADD CONSTRAINT "round_campaign" FOREIGN KEY ("tenant_id","campaign_id") REFERENCES "tenant"."campaign"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."round_item" ADD CONSTRAINT "round_item_round" FOREIGN KEY ("tenant_id","round_id") REFERENCES "tenant"."round"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."round_item" ADD CONSTRAINT "round_item_item" FOREIGN KEY ("tenant_id","item_id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."round_item" ADD CONSTRAINT "round_item_revision" FOREIGN KEY ("tenant_id","revision_id") REFERENCES "tenant"."answer_revision"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."verdict" ADD CONSTRAINT "verdict_round" FOREIGN KEY ("tenant_id","round_id") REFERENCES "tenant"."round"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant"."verdict" ADD CONSTRAINT "verdict_item" FOREIGN KEY ("tenant_id","item_id") REFERENCES "tenant"."pinned_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "auditor_campaign_once" ON "tenant"."auditor_campaign" USING btree ("tenant_id","member_id","campaign_id");--> statement-breakpoint
CREATE INDEX "answer_of_assessment" ON "tenant"."answer" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "answer_revision_version" ON "tenant"."answer_revision" USING btree ("tenant_id","answer_id","version");--> statement-breakpoint
CREATE INDEX "answer_revision_of_assessment" ON "tenant"."answer_revision" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE INDEX "bank_answer_approval_of_answer" ON "tenant"."bank_answer_approval" USING btree ("tenant_id","answer_id","approved_at");--> statement-breakpoint
CREATE INDEX "bank_answer_approval_of_campaign" ON "tenant"."bank_answer_approval" USING btree ("tenant_id","campaign_id");--> statement-breakpoint
CREATE INDEX "bank_answer_proposal_of_campaign" ON "tenant"."bank_answer_proposal" USING btree ("tenant_id","campaign_id","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_profile_one" ON "tenant"."bank_profile" USING btree ("tenant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "checklist_edition_source" ON "tenant"."checklist_edition" USING btree ("tenant_id","source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_user" ON "tenant"."member" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "service_of_vendor" ON "tenant"."service" USING btree ("tenant_id","vendor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_corporate_number" ON "tenant"."vendor" USING btree ("tenant_id","corporate_number");--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_contact_primary" ON "tenant"."vendor_contact" USING btree ("tenant_id","vendor_id") WHERE kind = 'primary';--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_once" ON "tenant"."assessment" USING btree ("tenant_id","campaign_id","service_id");--> statement-breakpoint
CREATE INDEX "assessment_state_index" ON "tenant"."assessment" USING btree ("tenant_id","campaign_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_target_once" ON "tenant"."campaign_target" USING btree ("tenant_id","campaign_id","service_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_link" ON "tenant"."invitation" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "invitation_of_assessment" ON "tenant"."invitation" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE INDEX "invitation_address" ON "tenant"."invitation" USING btree ("address");--> statement-breakpoint
CREATE UNIQUE INDEX "pinned_item_position" ON "tenant"."pinned_item" USING btree ("tenant_id","campaign_id","position");--> statement-breakpoint
CREATE INDEX "member_session_user" ON "platform"."member_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "one_time_code_address" ON "platform"."one_time_code" USING btree ("address","created_at");--> statement-breakpoint
CREATE INDEX "one_time_code_browser" ON "platform"."one_time_code" USING btree ("browser_hash","created_at");--> statement-breakpoint
CREATE INDEX "one_time_code_mail" ON "platform"."one_time_code" USING btree ("mail_state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tenant_slug" ON "platform"."tenant" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "user_account_email" ON "platform"."user_account" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_event_seq" ON "tenant"."audit_event" USING btree ("tenant_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_event_previous" ON "tenant"."audit_event" USING btree ("tenant_id","previous_hash");--> statement-breakpoint
CREATE INDEX "audit_event_of_campaign" ON "tenant"."audit_event" USING btree ("tenant_id","campaign_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_head_one" ON "tenant"."audit_head" USING btree ("tenant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_payload_seq" ON "tenant"."audit_payload" USING btree ("tenant_id","seq");--> statement-breakpoint
CREATE INDEX "export_file_of_campaign" ON "tenant"."export_file" USING btree ("tenant_id","campaign_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_once" ON "tenant"."mail" USING btree ("tenant_id","assessment_id","kind","occasion","address");--> statement-breakpoint
CREATE INDEX "mail_due" ON "tenant"."mail" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "mail_of_campaign" ON "tenant"."mail" USING btree ("tenant_id","campaign_id");--> statement-breakpoint
CREATE INDEX "revision_of_row" ON "tenant"."revision" USING btree ("tenant_id","noun","row_id","at");--> statement-breakpoint
CREATE INDEX "revision_of_campaign" ON "tenant"."revision" USING btree ("tenant_id","campaign_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "person_address" ON "respondents"."person" USING btree ("address");--> statement-breakpoint
CREATE INDEX "session_person" ON "respondents"."session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "acceptance_of_assessment" ON "tenant"."acceptance" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_once" ON "tenant"."comment" USING btree ("tenant_id","round_id","item_id");--> statement-breakpoint
CREATE INDEX "comment_of_assessment" ON "tenant"."comment" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "commitment_once" ON "tenant"."commitment" USING btree ("tenant_id","round_id","item_id");--> statement-breakpoint
CREATE INDEX "commitment_of_assessment" ON "tenant"."commitment" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE INDEX "commitment_due" ON "tenant"."commitment" USING btree ("tenant_id","state","last_day");--> statement-breakpoint
CREATE INDEX "internal_note_of_assessment" ON "tenant"."internal_note" USING btree ("tenant_id","assessment_id");--> statement-breakpoint
CREATE INDEX "round_of_assessment" ON "tenant"."round" USING btree ("tenant_id","assessment_id","number");--> statement-breakpoint
CREATE INDEX "round_of_campaign" ON "tenant"."round" USING btree ("tenant_id","campaign_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "round_item_once" ON "tenant"."round_item" USING btree ("tenant_id","round_id","item_id","slot");--> statement-breakpoint
CREATE INDEX "round_item_of_campaign" ON "tenant"."round_item" USING btree ("tenant_id","campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "verdict_once" ON "tenant"."verdict" USING btree ("tenant_id","round_id","item_id");--> statement-breakpoint
CREATE INDEX "verdict_of_assessment" ON "tenant"."verdict" USING btree ("tenant_id","assessment_id");