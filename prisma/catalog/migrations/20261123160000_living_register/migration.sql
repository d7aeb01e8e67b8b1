-- DropForeignKey
ALTER TABLE "catalog"."item_version" DROP CONSTRAINT "item_version_edition_id_fkey";

-- AlterTable
ALTER TABLE "catalog"."edition" ADD COLUMN     "counts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "cycle_id" TEXT,
ADD COLUMN     "document_date" DATE,
ADD COLUMN     "document_number" TEXT,
ADD COLUMN     "document_title" TEXT,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'IMPORTED',
ADD COLUMN     "total" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "catalog"."item_version" ADD COLUMN     "adjustment_id" BIGINT,
ADD COLUMN     "conditions" TEXT,
ALTER COLUMN "edition_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "catalog"."legal_instrument" ADD COLUMN     "effective_on" DATE,
ADD COLUMN     "repealed_on" DATE;

-- CreateTable
CREATE TABLE "catalog"."review_cycle" (
    "id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "pilot" BOOLEAN NOT NULL DEFAULT false,
    "scheme_code" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,

    CONSTRAINT "review_cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."agency_return" (
    "cycle_id" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by" TEXT NOT NULL,

    CONSTRAINT "agency_return_pkey" PRIMARY KEY ("cycle_id","agency_code","round")
);

-- CreateTable
CREATE TABLE "catalog"."draft_item" (
    "id" BIGSERIAL NOT NULL,
    "cycle_id" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "natural_key" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "adjustment_id" BIGINT,

    CONSTRAINT "draft_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."opinion" (
    "id" BIGSERIAL NOT NULL,
    "cycle_id" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "draft_id" BIGINT,
    "round" INTEGER NOT NULL,
    "reviewer_role" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answer_accepted" BOOLEAN,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."accountability_record" (
    "id" BIGSERIAL NOT NULL,
    "cycle_id" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_on" DATE NOT NULL,
    "held_on" DATE,
    "outcome" TEXT,

    CONSTRAINT "accountability_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."adjustment" (
    "id" BIGSERIAL NOT NULL,
    "region_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "grounds" TEXT NOT NULL,
    "document_title" TEXT NOT NULL,
    "document_number" TEXT,
    "document_date" DATE NOT NULL,
    "legality_opinion" TEXT NOT NULL,
    "approver" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "adjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog"."adjusted_item" (
    "adjustment_id" BIGINT NOT NULL,
    "code" TEXT NOT NULL,
    "part" TEXT NOT NULL,

    CONSTRAINT "adjusted_item_pkey" PRIMARY KEY ("adjustment_id","code")
);

-- CreateTable
CREATE TABLE "catalog"."lineage" (
    "from_code" TEXT NOT NULL,
    "to_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "adjustment_id" BIGINT NOT NULL,
    "effective_on" DATE NOT NULL,

    CONSTRAINT "lineage_pkey" PRIMARY KEY ("from_code","to_code")
);

-- CreateTable
CREATE TABLE "catalog"."delegation" (
    "id" BIGSERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "adjustment_id" BIGINT NOT NULL,
    "form" TEXT NOT NULL,
    "to_agency_code" TEXT NOT NULL,
    "to_body_name" TEXT NOT NULL,
    "decided_for" DATE NOT NULL,
    "handed_over_on" DATE,
    "result_code" TEXT,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_cycle_region_code_idx" ON "catalog"."review_cycle"("region_code");

-- CreateIndex
CREATE INDEX "draft_item_cycle_id_agency_code_idx" ON "catalog"."draft_item"("cycle_id", "agency_code");

-- CreateIndex
CREATE UNIQUE INDEX "draft_item_cycle_id_natural_key_key" ON "catalog"."draft_item"("cycle_id", "natural_key");

-- CreateIndex
CREATE INDEX "opinion_cycle_id_agency_code_idx" ON "catalog"."opinion"("cycle_id", "agency_code");

-- CreateIndex
CREATE INDEX "accountability_record_cycle_id_idx" ON "catalog"."accountability_record"("cycle_id");

-- CreateIndex
CREATE INDEX "adjustment_region_code_effective_on_idx" ON "catalog"."adjustment"("region_code", "effective_on");

-- CreateIndex
CREATE INDEX "adjusted_item_code_idx" ON "catalog"."adjusted_item"("code");

-- CreateIndex
CREATE INDEX "lineage_to_code_idx" ON "catalog"."lineage"("to_code");

-- CreateIndex
CREATE INDEX "delegation_code_idx" ON "catalog"."delegation"("code");

-- AddForeignKey
ALTER TABLE "catalog"."item_version" ADD CONSTRAINT "item_version_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "catalog"."edition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."agency_return" ADD CONSTRAINT "agency_return_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "catalog"."review_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."draft_item" ADD CONSTRAINT "draft_item_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "catalog"."review_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."opinion" ADD CONSTRAINT "opinion_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "catalog"."review_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."opinion" ADD CONSTRAINT "opinion_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "catalog"."draft_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."accountability_record" ADD CONSTRAINT "accountability_record_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "catalog"."review_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."adjusted_item" ADD CONSTRAINT "adjusted_item_adjustment_id_fkey" FOREIGN KEY ("adjustment_id") REFERENCES "catalog"."adjustment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."lineage" ADD CONSTRAINT "lineage_adjustment_id_fkey" FOREIGN KEY ("adjustment_id") REFERENCES "catalog"."adjustment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog"."delegation" ADD CONSTRAINT "delegation_adjustment_id_fkey" FOREIGN KEY ("adjustment_id") REFERENCES "catalog"."adjustment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
