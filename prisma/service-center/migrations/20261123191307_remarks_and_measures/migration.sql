-- CreateTable
CREATE TABLE "service_center"."remark" (
    "id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "submitted_on" DATE NOT NULL,
    "serial" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "item_code" TEXT NOT NULL,
    "case_number" TEXT,
    "agency_code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "withheld_reason" TEXT,
    "caller_hash" TEXT NOT NULL,
    "query_code_hash" TEXT NOT NULL,

    CONSTRAINT "remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_center"."remark_contact" (
    "remark_id" TEXT NOT NULL,
    "name" TEXT,
    "contact" TEXT,
    "salt" TEXT,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "remark_contact_pkey" PRIMARY KEY ("remark_id")
);

-- CreateTable
CREATE TABLE "service_center"."remark_day" (
    "day" DATE NOT NULL,
    "salt" TEXT NOT NULL,

    CONSTRAINT "remark_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "service_center"."supervision_measure" (
    "item_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "basis" TEXT,
    "frequency_value" INTEGER,
    "frequency_unit" TEXT,
    "office_id" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL DEFAULT '9999-12-31'::date,

    CONSTRAINT "supervision_measure_pkey" PRIMARY KEY ("item_code","version","number")
);

-- CreateTable
CREATE TABLE "service_center"."measure_check" (
    "agency_code" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "item_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "planned_on" DATE NOT NULL,
    "subject" TEXT NOT NULL,
    "checked_on" DATE,
    "result" TEXT,
    "rectify_by" DATE,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3),

    CONSTRAINT "measure_check_pkey" PRIMARY KEY ("agency_code","id")
);

-- CreateIndex
CREATE INDEX "remark_submitted_on_caller_hash_idx" ON "service_center"."remark"("submitted_on", "caller_hash");

-- CreateIndex
CREATE UNIQUE INDEX "remark_region_code_submitted_on_serial_key" ON "service_center"."remark"("region_code", "submitted_on", "serial");

-- What Prisma cannot say.
ALTER TABLE "service_center"."remark"
  ADD CONSTRAINT "remark_state_check" CHECK ("state" IN ('OPEN', 'OPEN_WITHHELD', 'PUBLISHED', 'WITHHELD')),
  ADD CONSTRAINT "remark_answer_check" CHECK (("answered_at" IS NOT NULL) = ("state" IN ('PUBLISHED', 'WITHHELD')) AND ("answer" IS NULL) = ("answered_at" IS NULL));
-- What is to be answered, what fell due, and what everybody reads of an item and of an agency.
CREATE INDEX "remark_to_answer_idx" ON "service_center"."remark"("agency_code", "due_on", "id") WHERE "answered_at" IS NULL;
CREATE INDEX "remark_due_idx" ON "service_center"."remark"("due_on", "id") WHERE "answered_at" IS NULL;
CREATE INDEX "remark_published_of_item_idx" ON "service_center"."remark"("item_code", "answered_at" DESC, "id" DESC) WHERE "state" = 'PUBLISHED';
CREATE INDEX "remark_published_of_agency_idx" ON "service_center"."remark"("agency_code", "answered_at" DESC, "id" DESC) WHERE "state" = 'PUBLISHED';
-- Erased is erased whole.
ALTER TABLE "service_center"."remark_contact"
  ADD CONSTRAINT "remark_contact_erased_check" CHECK ("erased_at" IS NULL OR ("name" IS NULL AND "contact" IS NULL AND "salt" IS NULL));

ALTER TABLE "service_center"."measure_check"
  ADD CONSTRAINT "measure_check_result_check" CHECK (("result" IS NULL) = ("checked_on" IS NULL) AND ("rectify_by" IS NOT NULL) = COALESCE("result" = 'RECTIFY', false));
CREATE INDEX "measure_check_due_idx" ON "service_center"."measure_check"("agency_code", "planned_on", "id") WHERE "checked_on" IS NULL;
CREATE INDEX "supervision_measure_current_idx" ON "service_center"."supervision_measure"("item_code") WHERE "valid_to" = '9999-12-31';
-- A measure is what checks are planned under: it is written once, and only its end may be set, once.
CREATE FUNCTION "service_center".supervision_measure_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.valid_to = '9999-12-31' AND to_jsonb(NEW) - 'valid_to' = to_jsonb(OLD) - 'valid_to' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a measure of supervision is immutable';
END $$;
CREATE TRIGGER supervision_measure_immutable BEFORE UPDATE OR DELETE ON "service_center".supervision_measure
  FOR EACH ROW EXECUTE FUNCTION "service_center".supervision_measure_is_immutable();
CREATE TRIGGER supervision_measure_kept BEFORE TRUNCATE ON "service_center".supervision_measure
  FOR EACH STATEMENT EXECUTE FUNCTION "service_center".supervision_measure_is_immutable();
