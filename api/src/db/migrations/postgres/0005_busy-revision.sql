ALTER TABLE "environments" ADD COLUMN "busy_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "environments" ADD COLUMN "busy_updated_at" bigint;--> statement-breakpoint
ALTER TABLE "environments" ADD COLUMN "busy_updated_by" text;