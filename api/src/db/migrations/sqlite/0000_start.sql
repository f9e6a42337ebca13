CREATE TABLE `workspaces` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `environments` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`public_key` text NOT NULL,
	`identity` text NOT NULL,
	`app_url` text,
	`time_zone` text NOT NULL,
	`theme` text,
	`rev` integer NOT NULL,
	`grant_secret` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `environments_public_key` ON `environments` (`public_key`);--> statement-breakpoint
CREATE INDEX `environments_workspace` ON `environments` (`workspace`);--> statement-breakpoint
CREATE TABLE `identity_secrets` (
	`environment` text NOT NULL,
	`id` text NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	PRIMARY KEY(`environment`, `id`)
);
--> statement-breakpoint
CREATE TABLE `secret_keys` (
	`environment` text NOT NULL,
	`hash` text NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	PRIMARY KEY(`environment`, `hash`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `secret_keys_hash` ON `secret_keys` (`hash`);--> statement-breakpoint
CREATE TABLE `members` (
	`workspace` text NOT NULL,
	`user` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace`, `user`)
);
--> statement-breakpoint
CREATE INDEX `members_user` ON `members` (`user`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`workspace` text NOT NULL,
	`id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	PRIMARY KEY(`workspace`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `auth_users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_users_email` ON `auth_users` (`email`);--> statement-breakpoint
CREATE TABLE `auth_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_sessions_token` ON `auth_sessions` (`token`);--> statement-breakpoint
CREATE INDEX `auth_sessions_user` ON `auth_sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `auth_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `auth_accounts_user` ON `auth_accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `auth_verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `auth_verifications_identifier` ON `auth_verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `experiences` (
	`workspace` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`draft` text NOT NULL,
	`draft_hash` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` integer,
	PRIMARY KEY(`workspace`, `id`)
);
--> statement-breakpoint
CREATE TABLE `versions` (
	`workspace` text NOT NULL,
	`experience` text NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL,
	`content` text NOT NULL,
	`draft` text NOT NULL,
	`draft_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`workspace`, `experience`, `number`)
);
--> statement-breakpoint
CREATE INDEX `versions_hash` ON `versions` (`workspace`,`hash`);--> statement-breakpoint
CREATE TABLE `publications` (
	`environment` text NOT NULL,
	`experience` text NOT NULL,
	`version` integer NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`unpublished_at` integer,
	`unpublished_by` text,
	PRIMARY KEY(`environment`, `experience`)
);
--> statement-breakpoint
CREATE TABLE `segments` (
	`workspace` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`condition` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	PRIMARY KEY(`workspace`, `id`)
);
--> statement-breakpoint
CREATE TABLE `milestones` (
	`workspace` text NOT NULL,
	`id` text NOT NULL,
	`key` text NOT NULL,
	`definition` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	PRIMARY KEY(`workspace`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `milestones_key` ON `milestones` (`workspace`,`key`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`environment` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`traits` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`signed_in_at` integer,
	PRIMARY KEY(`environment`, `id`)
);
--> statement-breakpoint
CREATE INDEX `accounts_last_seen` ON `accounts` (`environment`,`last_seen_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`environment` text NOT NULL,
	`id` text NOT NULL,
	`account` text NOT NULL,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`traits` text NOT NULL,
	`verified` integer NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`environment`, `id`)
);
--> statement-breakpoint
CREATE INDEX `users_last_seen` ON `users` (`environment`,`last_seen_at`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`environment` text NOT NULL,
	`account` text NOT NULL,
	`user` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`environment`, `account`, `user`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `memberships_user` ON `memberships` (`environment`,`user`);--> statement-breakpoint
CREATE TABLE `devices` (
	`environment` text NOT NULL,
	`id` text NOT NULL,
	`sdk` text NOT NULL,
	`release` text,
	`user` text NOT NULL,
	`account` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`environment`, `id`)
);
--> statement-breakpoint
CREATE INDEX `devices_last_seen` ON `devices` (`environment`,`last_seen_at`);--> statement-breakpoint
CREATE TABLE `progress` (
	`environment` text NOT NULL,
	`account` text NOT NULL,
	`user` text NOT NULL,
	`experience` text NOT NULL,
	`past` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`environment`, `account`, `user`, `experience`)
);
--> statement-breakpoint
CREATE INDEX `progress_user` ON `progress` (`environment`,`user`);--> statement-breakpoint
CREATE INDEX `progress_experience` ON `progress` (`environment`,`experience`);--> statement-breakpoint
CREATE TABLE `milestones_reached` (
	`environment` text NOT NULL,
	`account` text NOT NULL,
	`user` text NOT NULL,
	`milestone` text NOT NULL,
	`at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`environment`, `account`, `user`, `milestone`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `milestones_reached_at` ON `milestones_reached` (`environment`,`milestone`,`at`);--> statement-breakpoint
CREATE TABLE `events` (
	`environment` text NOT NULL,
	`day` integer NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`at` integer NOT NULL,
	`captured_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`user` text NOT NULL,
	`account` text NOT NULL,
	`device` text NOT NULL,
	`seq` integer NOT NULL,
	`release` text,
	`properties` text NOT NULL,
	PRIMARY KEY(`environment`, `day`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `events_account` ON `events` (`environment`,`account`,`name`,`at`);--> statement-breakpoint
CREATE INDEX `events_user` ON `events` (`environment`,`user`,`at`);--> statement-breakpoint
CREATE INDEX `events_name` ON `events` (`environment`,`name`,`at`,`account`,`user`);--> statement-breakpoint
CREATE TABLE `counts` (
	`environment` text NOT NULL,
	`day` integer NOT NULL,
	`name` text NOT NULL,
	`experience` text NOT NULL,
	`version` integer NOT NULL,
	`part` text NOT NULL,
	`n` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`environment`, `name`, `experience`, `version`, `part`, `day`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `counts_experience` ON `counts` (`environment`,`experience`,`day`);--> statement-breakpoint
CREATE TABLE `passages` (
	`environment` text NOT NULL,
	`experience` text NOT NULL,
	`run` text NOT NULL,
	`user` text NOT NULL,
	`account` text NOT NULL,
	`version` integer NOT NULL,
	`started_at` integer NOT NULL,
	`completed_at` integer,
	`dismissed_at` integer,
	`snoozed_at` integer,
	`passage` text NOT NULL,
	PRIMARY KEY(`environment`, `experience`, `run`, `user`, `account`)
);
--> statement-breakpoint
CREATE INDEX `passages_started` ON `passages` (`environment`,`experience`,`started_at`);--> statement-breakpoint
CREATE TABLE `missing_targets` (
	`environment` text NOT NULL,
	`experience` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`path` text NOT NULL,
	`release` text NOT NULL,
	`day` integer NOT NULL,
	`n` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`environment`, `experience`, `version`, `step`, `path`, `release`, `day`)
) WITHOUT ROWID;
