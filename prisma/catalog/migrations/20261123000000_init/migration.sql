-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "catalog";

-- CreateTable
CREATE TABLE "catalog"."category_scheme" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,

    CONSTRAINT "category_scheme_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "catalog"."scheme_category" (
    "scheme_code" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "type_code" TEXT NOT NULL,

    CONSTRAINT "scheme_category_pkey" PRIMARY KEY ("scheme_code","category")
);

-- CreateTable
CREATE TABLE "catalog"."power_list" (
    "region_code" TEXT NOT NULL,
    "scheme_code" TEXT NOT NULL,

    CONSTRAINT "power_list_pkey" PRIMARY KEY ("region_code")
);

-- CreateTable
CREATE TABLE "catalog"."edition" (
    "id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "published_on" DATE NOT NULL,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."legal_instrument" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "document_number" TEXT,
    "level" TEXT,

    CONSTRAINT "legal_instrument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."power_item" (
    "code" TEXT NOT NULL,
    "code_scheme" TEXT NOT NULL,
    "published_code" TEXT,
    "region_code" TEXT NOT NULL,
    "natural_key" TEXT NOT NULL,

    CONSTRAINT "power_item_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "catalog"."item_version" (
    "id" BIGSERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL DEFAULT '9999-12-31'::date,
    "status" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sub_item" TEXT,
    "parent_code" TEXT,
    "levels" TEXT[],
    "authority_split" TEXT,
    "body_name" TEXT NOT NULL,
    "office_ids" TEXT[],
    "office_names" TEXT[],
    "duty" TEXT,
    "responsibilities" TEXT,
    "accountability" TEXT,
    "supervision_phone" TEXT,
    "remark" TEXT,
    "basis_text" TEXT,
    "fingerprint" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "grams" INTEGER[],
    "edition_id" TEXT NOT NULL,

    CONSTRAINT "item_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."citation" (
    "version_id" BIGINT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "instrument_id" INTEGER NOT NULL,
    "level" TEXT,
    "document_number" TEXT,
    "date" TEXT,
    "article" TEXT,
    "paragraph" TEXT,
    "item" TEXT,
    "quoted" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("version_id","ordinal")
);

-- CreateTable
CREATE TABLE "catalog"."journal" (
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
CREATE TABLE "catalog"."journal_head" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "journal_head_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "edition_region_code_number_key" ON "catalog"."edition"("region_code", "number");

-- CreateIndex
CREATE UNIQUE INDEX "legal_instrument_key_key" ON "catalog"."legal_instrument"("key");

-- CreateIndex
CREATE INDEX "power_item_region_code_published_code_idx" ON "catalog"."power_item"("region_code", "published_code");

-- CreateIndex
CREATE UNIQUE INDEX "power_item_region_code_natural_key_key" ON "catalog"."power_item"("region_code", "natural_key");

-- CreateIndex
CREATE INDEX "item_version_code_valid_from_idx" ON "catalog"."item_version"("code", "valid_from");

-- CreateIndex
CREATE INDEX "item_version_region_code_code_idx" ON "catalog"."item_version"("region_code", "code");

-- CreateIndex
CREATE INDEX "item_version_agency_code_code_idx" ON "catalog"."item_version"("agency_code", "code");

-- CreateIndex
CREATE INDEX "item_version_parent_code_idx" ON "catalog"."item_version"("parent_code");

-- CreateIndex
CREATE INDEX "item_version_grams_idx" ON "catalog"."item_version" USING GIN ("grams");

-- CreateIndex
CREATE INDEX "citation_instrument_id_idx" ON "catalog"."citation"("instrument_id");

-- CreateIndex
CREATE INDEX "journal_subject_kind_subject_id_seq_idx" ON "catalog"."journal"("subject_kind", "subject_id", "seq");

-- AddForeignKey
ALTER TABLE "catalog"."scheme_category" ADD CONSTRAINT "scheme_category_scheme_code_fkey" FOREIGN KEY ("scheme_code") REFERENCES "catalog"."category_scheme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."power_list" ADD CONSTRAINT "power_list_scheme_code_fkey" FOREIGN KEY ("scheme_code") REFERENCES "catalog"."category_scheme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."edition" ADD CONSTRAINT "edition_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "catalog"."power_list"("region_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."item_version" ADD CONSTRAINT "item_version_code_fkey" FOREIGN KEY ("code") REFERENCES "catalog"."power_item"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."item_version" ADD CONSTRAINT "item_version_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "catalog"."edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."citation" ADD CONSTRAINT "citation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "catalog"."item_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."citation" ADD CONSTRAINT "citation_instrument_id_fkey" FOREIGN KEY ("instrument_id") REFERENCES "catalog"."legal_instrument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
INSERT INTO "catalog".journal_head (id, seq, hash) VALUES (1, 0, repeat('0', 64));
-- The journal only grows: history cannot be edited with ordinary rights, and a slip of our own is refused.
CREATE FUNCTION "catalog".journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only';
END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "catalog".journal
  FOR EACH STATEMENT EXECUTE FUNCTION "catalog".journal_is_append_only();
