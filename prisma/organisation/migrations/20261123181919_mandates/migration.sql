-- AlterTable
ALTER TABLE "organisation"."listed_item" ADD COLUMN     "duty" TEXT;

-- CreateTable
CREATE TABLE "organisation"."mandate" (
    "id" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "title" TEXT,
    "document_number" TEXT,
    "issued_on" DATE,
    "effective_on" DATE NOT NULL,
    "effective_to" DATE NOT NULL DEFAULT '9999-12-31'::date,
    "document" JSONB NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation"."mandate_duty" (
    "mandate_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "office_id" TEXT,
    "levels" TEXT[],

    CONSTRAINT "mandate_duty_pkey" PRIMARY KEY ("mandate_id","place")
);

-- CreateTable
CREATE TABLE "organisation"."duty_item" (
    "mandate_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "item_code" TEXT NOT NULL,

    CONSTRAINT "duty_item_pkey" PRIMARY KEY ("mandate_id","place","item_code")
);

-- CreateTable
CREATE TABLE "organisation"."duty_match" (
    "agency_code" TEXT NOT NULL,
    "duty_key" TEXT NOT NULL,
    "item_code" TEXT NOT NULL,
    "duty_text" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT NOT NULL,

    CONSTRAINT "duty_match_pkey" PRIMARY KEY ("agency_code","duty_key","item_code")
);

-- CreateTable
CREATE TABLE "organisation"."cross_check_run" (
    "region_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "items" INTEGER NOT NULL,
    "mandates" INTEGER NOT NULL,
    "totals" JSONB NOT NULL,
    "fresh" INTEGER NOT NULL,
    "gone" INTEGER NOT NULL,
    "still" INTEGER NOT NULL,

    CONSTRAINT "cross_check_run_pkey" PRIMARY KEY ("region_code","number")
);

-- CreateTable
CREATE TABLE "organisation"."run_finding" (
    "region_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "finding_id" TEXT NOT NULL,

    CONSTRAINT "run_finding_pkey" PRIMARY KEY ("region_code","number","finding_id")
);

-- CreateTable
CREATE TABLE "organisation"."mandate_finding" (
    "id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "finding" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_on" DATE NOT NULL,
    "deadline" DATE NOT NULL,
    "reply" TEXT,
    "replied_at" TIMESTAMPTZ(3),
    "closure" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "mandate_finding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mandate_agency_code_version_key" ON "organisation"."mandate"("agency_code", "version");

-- CreateIndex
CREATE INDEX "duty_item_item_code_idx" ON "organisation"."duty_item"("item_code");

-- CreateIndex
CREATE INDEX "duty_match_item_code_idx" ON "organisation"."duty_match"("item_code");

-- CreateIndex
CREATE INDEX "run_finding_finding_id_idx" ON "organisation"."run_finding"("finding_id");

-- CreateIndex
CREATE INDEX "mandate_finding_region_code_state_raised_on_idx" ON "organisation"."mandate_finding"("region_code", "state", "raised_on");

-- CreateIndex
CREATE INDEX "mandate_finding_agency_code_idx" ON "organisation"."mandate_finding"("agency_code");

-- AddForeignKey
ALTER TABLE "organisation"."mandate" ADD CONSTRAINT "mandate_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "organisation"."agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."mandate_duty" ADD CONSTRAINT "mandate_duty_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "organisation"."mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."duty_item" ADD CONSTRAINT "duty_item_mandate_id_place_fkey" FOREIGN KEY ("mandate_id", "place") REFERENCES "organisation"."mandate_duty"("mandate_id", "place") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."duty_match" ADD CONSTRAINT "duty_match_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "organisation"."agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."run_finding" ADD CONSTRAINT "run_finding_region_code_number_fkey" FOREIGN KEY ("region_code", "number") REFERENCES "organisation"."cross_check_run"("region_code", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation"."run_finding" ADD CONSTRAINT "run_finding_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "organisation"."mandate_finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An agency has one mandate from a day on; which one is in force is never a matter of order.
CREATE UNIQUE INDEX "mandate_approved_from" ON "organisation"."mandate"("agency_code", "effective_on") WHERE "state" = 'APPROVED';

-- What the list says of duties was not kept: the catalog's journal is replayed from zero.
DELETE FROM "organisation"."listed_item";
UPDATE "organisation"."follower_cursor" SET seq = 0, hash = repeat('0', 64) WHERE source = 'catalog';
