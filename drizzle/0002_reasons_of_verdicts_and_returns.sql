ALTER TABLE "tenant"."verdict" ALTER COLUMN "value" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."bank_answer_proposal" ADD COLUMN "shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant"."round" ADD COLUMN "return_message" text;--> statement-breakpoint
ALTER TABLE "tenant"."verdict" ADD COLUMN "reason" text DEFAULT '' NOT NULL;