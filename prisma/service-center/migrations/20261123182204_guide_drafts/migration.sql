-- CreateTable
CREATE TABLE "service_center"."guide_draft" (
    "id" UUID NOT NULL,
    "item_code" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "document" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "source" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "version" INTEGER,

    CONSTRAINT "guide_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "guide_draft_agency_code_created_at_item_code_id_idx" ON "service_center"."guide_draft"("agency_code", "created_at", "item_code", "id");

-- CreateIndex
CREATE INDEX "guide_draft_region_code_created_at_item_code_id_idx" ON "service_center"."guide_draft"("region_code", "created_at", "item_code", "id");

-- What Prisma cannot say.
ALTER TABLE "service_center"."guide_draft"
  ADD CONSTRAINT "guide_draft_state_check" CHECK ("state" IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN', 'PUBLISHED')),
  ADD CONSTRAINT "guide_draft_version_check" CHECK (("version" IS NOT NULL) = ("state" = 'PUBLISHED'));
-- An agency has one open draft of an item; one whose item has gone to another agency is in nobody's way.
CREATE UNIQUE INDEX "guide_draft_open_key" ON "service_center"."guide_draft"("agency_code", "item_code") WHERE "state" IN ('DRAFT', 'SUBMITTED', 'RETURNED');
-- The last change of any guide is looked for with every reading of the coverage.
CREATE INDEX "journal_of_guides_idx" ON "service_center"."journal"("seq") WHERE "subject_kind" = 'ServiceGuide';

-- CreateIndex
CREATE INDEX "listed_item_region_code_code_valid_from_idx" ON "service_center"."listed_item"("region_code", "code", "valid_from" DESC);
