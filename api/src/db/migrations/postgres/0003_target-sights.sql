CREATE TABLE "target_sights" (
	"environment" text NOT NULL,
	"experience" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"release" text NOT NULL,
	"path" text NOT NULL,
	"because" text NOT NULL,
	"confidence" integer NOT NULL,
	"day" integer NOT NULL,
	"n" integer NOT NULL,
	"first_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	CONSTRAINT "target_sights_environment_experience_version_step_release_path_because_confidence_day_pk" PRIMARY KEY("environment","experience","version","step","release","path","because","confidence","day")
);
--> statement-breakpoint
INSERT INTO "target_sights" SELECT "environment", "experience", "version", "step", "release", "path", 'unknown', 0, "day", "n", "last_at", "last_at" FROM "missing_targets";
--> statement-breakpoint
DROP TABLE "missing_targets" CASCADE;