ALTER TABLE "segments" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "milestones" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;