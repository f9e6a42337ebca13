ALTER TABLE `segments` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `milestones` ADD `revision` integer DEFAULT 0 NOT NULL;