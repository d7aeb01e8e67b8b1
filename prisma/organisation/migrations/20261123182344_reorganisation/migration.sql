-- CreateTable
CREATE TABLE "organisation"."organisation_change" (
    "id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "document_title" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "document_date" DATE NOT NULL,

    CONSTRAINT "organisation_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation"."succession" (
    "change_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "predecessor" TEXT,
    "predecessor_name" TEXT,
    "successor" TEXT,
    "successor_name" TEXT,
    "founded" BOOLEAN NOT NULL,

    CONSTRAINT "succession_pkey" PRIMARY KEY ("change_id","place")
);

-- CreateIndex
CREATE INDEX "organisation_change_region_code_effective_on_number_idx" ON "organisation"."organisation_change"("region_code", "effective_on", "number");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_change_region_code_number_key" ON "organisation"."organisation_change"("region_code", "number");

-- CreateIndex
CREATE INDEX "succession_predecessor_idx" ON "organisation"."succession"("predecessor");

-- CreateIndex
CREATE INDEX "succession_successor_idx" ON "organisation"."succession"("successor");

-- AddForeignKey
ALTER TABLE "organisation"."succession" ADD CONSTRAINT "succession_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "organisation"."organisation_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A step that names nobody says nothing.
ALTER TABLE "organisation"."succession" ADD CONSTRAINT "succession_names_a_body" CHECK ("predecessor" IS NOT NULL OR "successor" IS NOT NULL);
