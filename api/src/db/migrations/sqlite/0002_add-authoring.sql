CREATE TABLE `authoring_codes` (
	`environment` text NOT NULL,
	`hash` text NOT NULL,
	`experience` text NOT NULL,
	`author` text NOT NULL,
	`origin` text NOT NULL,
	`challenge` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`environment`, `hash`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `authoring_codes_hash` ON `authoring_codes` (`hash`);--> statement-breakpoint
CREATE TABLE `authoring_tokens` (
	`environment` text NOT NULL,
	`hash` text NOT NULL,
	`code` text NOT NULL,
	`experience` text NOT NULL,
	`author` text NOT NULL,
	`origin` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`environment`, `hash`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `authoring_tokens_hash` ON `authoring_tokens` (`hash`);--> statement-breakpoint
CREATE INDEX `authoring_tokens_code` ON `authoring_tokens` (`code`);