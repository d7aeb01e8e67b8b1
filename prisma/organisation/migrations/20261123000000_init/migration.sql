-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "organisation";

-- CreateTable
CREATE TABLE "organisation"."region" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_code" TEXT,
    "pilot" BOOLEAN NOT NULL,
    "sample" BOOLEAN NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "organisation"."agency" (
    "code" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "kind" TEXT NOT NULL,
    "parent_code" TEXT,
    "entrusted_by" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "founded_on" DATE,
    "abolished_on" DATE,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "organisation"."agency_identifier" (
    "agency_code" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "agency_identifier_pkey" PRIMARY KEY ("agency_code","scheme","value")
);

-- CreateTable
CREATE TABLE "organisation"."office" (
    "id" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "duties" TEXT,
    "closed_on" DATE,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation"."officer" (
    "id" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "office_id" TEXT,
    "name" TEXT NOT NULL,
    "post" TEXT,
    "phone" TEXT,

    CONSTRAINT "officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation"."body_alias" (
    "region_code" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL,

    CONSTRAINT "body_alias_pkey" PRIMARY KEY ("region_code","key")
);

-- CreateTable
CREATE TABLE "organisation"."listed_item" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sub_item" TEXT,
    "category" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "levels" TEXT[],
    "office_ids" TEXT[],
    "valid_from" DATE,

    CONSTRAINT "listed_item_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "organisation"."follower_cursor" (
    "source" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follower_cursor_pkey" PRIMARY KEY ("source")
);

-- CreateTable
CREATE TABLE "organisation"."journal" (
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
CREATE TABLE "organisation"."journal_head" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "journal_head_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "region_parent_code_idx" ON "organisation"."region"("parent_code");

-- CreateIndex
CREATE INDEX "agency_region_code_code_idx" ON "organisation"."agency"("region_code", "code");

-- CreateIndex
CREATE INDEX "agency_entrusted_by_idx" ON "organisation"."agency"("entrusted_by");

-- CreateIndex
CREATE INDEX "agency_identifier_scheme_value_idx" ON "organisation"."agency_identifier"("scheme", "value");

-- CreateIndex
CREATE INDEX "office_agency_code_id_idx" ON "organisation"."office"("agency_code", "id");

-- CreateIndex
CREATE INDEX "officer_agency_code_id_idx" ON "organisation"."officer"("agency_code", "id");

-- CreateIndex
CREATE INDEX "officer_office_id_id_idx" ON "organisation"."officer"("office_id", "id");

-- CreateIndex
CREATE INDEX "listed_item_agency_code_code_idx" ON "organisation"."listed_item"("agency_code", "code");

-- CreateIndex
CREATE INDEX "listed_item_region_code_code_idx" ON "organisation"."listed_item"("region_code", "code");

-- CreateIndex
CREATE INDEX "journal_subject_kind_subject_id_seq_idx" ON "organisation"."journal"("subject_kind", "subject_id", "seq");

-- AddForeignKey
ALTER TABLE "organisation"."region" ADD CONSTRAINT "region_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "organisation"."region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."agency" ADD CONSTRAINT "agency_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "organisation"."region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."agency" ADD CONSTRAINT "agency_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "organisation"."agency"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."agency" ADD CONSTRAINT "agency_entrusted_by_fkey" FOREIGN KEY ("entrusted_by") REFERENCES "organisation"."agency"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."agency_identifier" ADD CONSTRAINT "agency_identifier_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "organisation"."agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."office" ADD CONSTRAINT "office_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "organisation"."agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."officer" ADD CONSTRAINT "officer_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "organisation"."agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."officer" ADD CONSTRAINT "officer_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "organisation"."office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."body_alias" ADD CONSTRAINT "body_alias_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "organisation"."region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."body_alias" ADD CONSTRAINT "body_alias_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "organisation"."agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
INSERT INTO "organisation".journal_head (id, seq, hash) VALUES (1, 0, repeat('0', 64));
-- The journal only grows: history cannot be edited with ordinary rights, and a slip of our own is refused.
CREATE FUNCTION "organisation".journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only';
END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "organisation".journal
  FOR EACH STATEMENT EXECUTE FUNCTION "organisation".journal_is_append_only();
