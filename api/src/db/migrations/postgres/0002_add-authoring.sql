CREATE TABLE "authoring_codes" (
	"environment" text NOT NULL,
	"hash" text NOT NULL,
	"experience" text NOT NULL,
	"author" text NOT NULL,
	"origin" text NOT NULL,
	"challenge" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	CONSTRAINT "authoring_codes_environment_hash_pk" PRIMARY KEY("environment","hash")
);
--> statement-breakpoint
CREATE TABLE "authoring_tokens" (
	"environment" text NOT NULL,
	"hash" text NOT NULL,
	"code" text NOT NULL,
	"experience" text NOT NULL,
	"author" text NOT NULL,
	"origin" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "authoring_tokens_environment_hash_pk" PRIMARY KEY("environment","hash")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "authoring_codes_hash" ON "authoring_codes" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "authoring_tokens_hash" ON "authoring_tokens" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "authoring_tokens_code" ON "authoring_tokens" USING btree ("code");