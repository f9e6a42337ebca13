CREATE TABLE "workspaces" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "environments" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"public_key" text NOT NULL,
	"identity" text NOT NULL,
	"app_url" text,
	"time_zone" text NOT NULL,
	"theme" jsonb,
	"rev" integer NOT NULL,
	"grant_secret" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity_secrets" (
	"environment" text NOT NULL,
	"id" text NOT NULL,
	"secret" text NOT NULL,
	"created_at" bigint NOT NULL,
	"retired_at" bigint,
	CONSTRAINT "identity_secrets_environment_id_pk" PRIMARY KEY("environment","id")
);
--> statement-breakpoint
CREATE TABLE "secret_keys" (
	"environment" text NOT NULL,
	"hash" text NOT NULL,
	"label" text NOT NULL,
	"created_at" bigint NOT NULL,
	"revoked_at" bigint,
	CONSTRAINT "secret_keys_environment_hash_pk" PRIMARY KEY("environment","hash")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"workspace" text NOT NULL,
	"user" text NOT NULL,
	"role" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "members_workspace_user_pk" PRIMARY KEY("workspace","user")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"workspace" text NOT NULL,
	"id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"accepted_at" bigint,
	CONSTRAINT "invitations_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "auth_users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "experiences" (
	"workspace" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_hash" text NOT NULL,
	"revision" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL,
	"deleted_at" bigint,
	CONSTRAINT "experiences_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"workspace" text NOT NULL,
	"experience" text NOT NULL,
	"number" integer NOT NULL,
	"hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "versions_workspace_experience_number_pk" PRIMARY KEY("workspace","experience","number")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"environment" text NOT NULL,
	"experience" text NOT NULL,
	"version" integer NOT NULL,
	"published_at" bigint NOT NULL,
	"published_by" text NOT NULL,
	"unpublished_at" bigint,
	"unpublished_by" text,
	CONSTRAINT "publications_environment_experience_pk" PRIMARY KEY("environment","experience")
);
--> statement-breakpoint
CREATE TABLE "segments" (
	"workspace" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"condition" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "segments_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"workspace" text NOT NULL,
	"id" text NOT NULL,
	"key" text NOT NULL,
	"definition" jsonb NOT NULL,
	"position" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "milestones_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"environment" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"traits" jsonb NOT NULL,
	"first_seen_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"signed_in_at" bigint,
	CONSTRAINT "accounts_environment_id_pk" PRIMARY KEY("environment","id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"environment" text NOT NULL,
	"id" text NOT NULL,
	"account" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"traits" jsonb NOT NULL,
	"verified" boolean NOT NULL,
	"first_seen_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	CONSTRAINT "users_environment_id_pk" PRIMARY KEY("environment","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"environment" text NOT NULL,
	"account" text NOT NULL,
	"user" text NOT NULL,
	"first_seen_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	CONSTRAINT "memberships_environment_account_user_pk" PRIMARY KEY("environment","account","user")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"environment" text NOT NULL,
	"id" text NOT NULL,
	"sdk" text NOT NULL,
	"release" text,
	"user" text NOT NULL,
	"account" text NOT NULL,
	"first_seen_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	CONSTRAINT "devices_environment_id_pk" PRIMARY KEY("environment","id")
);
--> statement-breakpoint
CREATE TABLE "progress" (
	"environment" text NOT NULL,
	"account" text NOT NULL,
	"user" text NOT NULL,
	"experience" text NOT NULL,
	"past" jsonb NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "progress_environment_account_user_experience_pk" PRIMARY KEY("environment","account","user","experience")
);
--> statement-breakpoint
CREATE TABLE "milestones_reached" (
	"environment" text NOT NULL,
	"account" text NOT NULL,
	"user" text NOT NULL,
	"milestone" text NOT NULL,
	"at" bigint NOT NULL,
	"recorded_at" bigint NOT NULL,
	CONSTRAINT "milestones_reached_environment_account_user_milestone_pk" PRIMARY KEY("environment","account","user","milestone")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"environment" text NOT NULL,
	"day" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"at" bigint NOT NULL,
	"captured_at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"user" text NOT NULL,
	"account" text NOT NULL,
	"device" text NOT NULL,
	"seq" bigint NOT NULL,
	"release" text,
	"properties" jsonb NOT NULL,
	CONSTRAINT "events_environment_day_id_pk" PRIMARY KEY("environment","day","id")
);
--> statement-breakpoint
CREATE TABLE "counts" (
	"environment" text NOT NULL,
	"day" integer NOT NULL,
	"name" text NOT NULL,
	"experience" text NOT NULL,
	"version" integer NOT NULL,
	"part" text NOT NULL,
	"n" integer NOT NULL,
	"last_at" bigint NOT NULL,
	CONSTRAINT "counts_environment_name_experience_version_part_day_pk" PRIMARY KEY("environment","name","experience","version","part","day")
);
--> statement-breakpoint
CREATE TABLE "passages" (
	"environment" text NOT NULL,
	"experience" text NOT NULL,
	"run" text NOT NULL,
	"user" text NOT NULL,
	"account" text NOT NULL,
	"version" integer NOT NULL,
	"started_at" bigint NOT NULL,
	"completed_at" bigint,
	"dismissed_at" bigint,
	"snoozed_at" bigint,
	"passage" jsonb NOT NULL,
	CONSTRAINT "passages_environment_experience_run_user_account_pk" PRIMARY KEY("environment","experience","run","user","account")
);
--> statement-breakpoint
CREATE TABLE "missing_targets" (
	"environment" text NOT NULL,
	"experience" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"path" text NOT NULL,
	"release" text NOT NULL,
	"day" integer NOT NULL,
	"n" integer NOT NULL,
	"last_at" bigint NOT NULL,
	CONSTRAINT "missing_targets_environment_experience_version_step_path_release_day_pk" PRIMARY KEY("environment","experience","version","step","path","release","day")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "environments_public_key" ON "environments" USING btree ("public_key");--> statement-breakpoint
CREATE INDEX "environments_workspace" ON "environments" USING btree ("workspace");--> statement-breakpoint
CREATE UNIQUE INDEX "secret_keys_hash" ON "secret_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_users_email" ON "auth_users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_sessions_token" ON "auth_sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "auth_sessions_user" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_accounts_user" ON "auth_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_verifications_identifier" ON "auth_verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "versions_hash" ON "versions" USING btree ("workspace","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "milestones_key" ON "milestones" USING btree ("workspace","key");--> statement-breakpoint
CREATE INDEX "accounts_last_seen" ON "accounts" USING btree ("environment","last_seen_at");--> statement-breakpoint
CREATE INDEX "users_last_seen" ON "users" USING btree ("environment","last_seen_at");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("environment","user");--> statement-breakpoint
CREATE INDEX "devices_last_seen" ON "devices" USING btree ("environment","last_seen_at");--> statement-breakpoint
CREATE INDEX "progress_user" ON "progress" USING btree ("environment","user");--> statement-breakpoint
CREATE INDEX "progress_experience" ON "progress" USING btree ("environment","experience");--> statement-breakpoint
CREATE INDEX "milestones_reached_at" ON "milestones_reached" USING btree ("environment","milestone","at");--> statement-breakpoint
CREATE INDEX "events_account" ON "events" USING btree ("environment","account","name","at");--> statement-breakpoint
CREATE INDEX "events_user" ON "events" USING btree ("environment","user","at");--> statement-breakpoint
CREATE INDEX "events_name" ON "events" USING btree ("environment","name","at","account","user");--> statement-breakpoint
CREATE INDEX "counts_experience" ON "counts" USING btree ("environment","experience","day");--> statement-breakpoint
CREATE INDEX "passages_started" ON "passages" USING btree ("environment","experience","started_at");