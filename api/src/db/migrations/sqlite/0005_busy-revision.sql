ALTER TABLE `environments` ADD `busy_revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `environments` ADD `busy_updated_at` integer;--> statement-breakpoint
ALTER TABLE `environments` ADD `busy_updated_by` text;