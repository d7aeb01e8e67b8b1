-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "service_center";

-- CreateTable
CREATE TABLE "service_center"."guide_version" (
    "item_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL DEFAULT '9999-12-31'::date,
    "origin" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "office_ids" TEXT[],
    "officer_ids" TEXT[],

    CONSTRAINT "guide_version_pkey" PRIMARY KEY ("item_code","version")
);

-- CreateTable
CREATE TABLE "service_center"."listed_item" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sub_item" TEXT,
    "category" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "levels" TEXT[],
    "office_ids" TEXT[],
    "valid_from" DATE NOT NULL,

    CONSTRAINT "listed_item_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "service_center"."agency" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "phone" TEXT,
    "abolished_on" DATE,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "service_center"."office" (
    "id" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "duties" TEXT,
    "closed_on" DATE,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_center"."officer" (
    "id" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "office_id" TEXT,
    "name" TEXT NOT NULL,
    "post" TEXT,
    "phone" TEXT,

    CONSTRAINT "officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_center"."follower_cursor" (
    "source" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follower_cursor_pkey" PRIMARY KEY ("source")
);

-- CreateTable
CREATE TABLE "service_center"."journal" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "leaf" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "service_center"."journal_head" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "journal_head_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "guide_version_item_code_valid_from_idx" ON "service_center"."guide_version"("item_code", "valid_from");

-- CreateIndex
CREATE INDEX "listed_item_agency_code_idx" ON "service_center"."listed_item"("agency_code");

-- CreateIndex
CREATE INDEX "office_agency_code_idx" ON "service_center"."office"("agency_code");

-- CreateIndex
CREATE INDEX "journal_subject_kind_subject_id_seq_idx" ON "service_center"."journal"("subject_kind", "subject_id", "seq");

INSERT INTO "service_center".journal_head (id, seq, hash) VALUES (1, 0, repeat('0', 64));
-- The journal only grows: history cannot be edited with ordinary rights, and a slip of our own is refused.
CREATE FUNCTION "service_center".journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only';
END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "service_center".journal
  FOR EACH STATEMENT EXECUTE FUNCTION "service_center".journal_is_append_only();
-- A guide version is what cases are pinned to: it is written once, and only its end may be set, once.
CREATE FUNCTION "service_center".guide_version_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.valid_to = '9999-12-31' AND to_jsonb(NEW) - 'valid_to' = to_jsonb(OLD) - 'valid_to' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a guide version is immutable';
END $$;
CREATE TRIGGER guide_version_immutable BEFORE UPDATE OR DELETE ON "service_center".guide_version
  FOR EACH ROW EXECUTE FUNCTION "service_center".guide_version_is_immutable();
CREATE TRIGGER guide_version_kept BEFORE TRUNCATE ON "service_center".guide_version
  FOR EACH STATEMENT EXECUTE FUNCTION "service_center".guide_version_is_immutable();
