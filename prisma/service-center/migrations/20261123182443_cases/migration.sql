-- CreateTable
CREATE TABLE "service_center"."service_case" (
    "number" TEXT NOT NULL,
    "item_code" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "guide_version" INTEGER,
    "agency_code" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "office_id" TEXT,
    "handling" TEXT NOT NULL,
    "channel" TEXT,
    "applicant_kind" TEXT,
    "origin" TEXT NOT NULL,
    "query_code_hash" TEXT,
    "state" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_on" DATE,
    "decided_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "delivered_at" TIMESTAMPTZ(3),
    "due_on" DATE,
    "due_provisional" BOOLEAN NOT NULL,
    "promised_due_on" DATE,
    "statutory_due_on" DATE,
    "intake_due_on" DATE,
    "days_used" INTEGER NOT NULL,
    "on_time" BOOLEAN,
    "suspended" BOOLEAN NOT NULL,
    "event_count" INTEGER NOT NULL,
    "last_event_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_case_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "service_center"."case_event" (
    "case_number" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "origin" TEXT NOT NULL,
    "office_id" TEXT,
    "officer_id" TEXT,
    "body" JSONB NOT NULL,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("case_number","event_id")
);

-- CreateTable
CREATE TABLE "service_center"."case_applicant" (
    "case_number" TEXT NOT NULL,
    "name" TEXT,
    "id_number" TEXT,
    "contact" TEXT,
    "salt" TEXT,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_applicant_pkey" PRIMARY KEY ("case_number")
);

-- CreateTable
CREATE TABLE "service_center"."case_serial" (
    "agency_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "case_serial_pkey" PRIMARY KEY ("agency_code","day")
);

-- CreateTable
CREATE TABLE "service_center"."supervision_signal" (
    "sequence" BIGINT NOT NULL,
    "case_number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "agency_code" TEXT NOT NULL,
    "item_code" TEXT NOT NULL,
    "event_id" TEXT,
    "numbers" JSONB NOT NULL,
    "occurred_on" DATE NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "notified_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "concluded_at" TIMESTAMPTZ(3),
    "verdict" TEXT,
    "conclusion" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "supervision_signal_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "service_center"."supervision_policy" (
    "region_code" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "basis" TEXT NOT NULL,
    "policy" JSONB NOT NULL,

    CONSTRAINT "supervision_policy_pkey" PRIMARY KEY ("region_code","effective_from")
);

-- CreateIndex
CREATE INDEX "service_case_received_at_number_idx" ON "service_center"."service_case"("received_at", "number");

-- CreateIndex
CREATE INDEX "service_case_agency_code_received_at_number_idx" ON "service_center"."service_case"("agency_code", "received_at", "number");

-- CreateIndex
CREATE INDEX "supervision_signal_agency_code_sequence_idx" ON "service_center"."supervision_signal"("agency_code", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_signal_case_number_kind_cause_key" ON "service_center"."supervision_signal"("case_number", "kind", "cause");

-- Open cases: what the daily run walks through, and what falls due next at an agency.
CREATE INDEX "service_case_open_idx" ON "service_center"."service_case"("number") WHERE "open";
CREATE INDEX "service_case_open_due_idx" ON "service_center"."service_case"("agency_code", "due_on") WHERE "open";
CREATE INDEX "service_case_decided_at_idx" ON "service_center"."service_case"("decided_at") WHERE "decided_at" IS NOT NULL;
ALTER TABLE "service_center"."service_case" ADD CONSTRAINT "service_case_events" CHECK ("event_count" > 0);
-- An event is a fact: it is written once. What was wrong is said by another event.
CREATE FUNCTION "service_center".case_event_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an event of a case is immutable';
END $$;
CREATE TRIGGER case_event_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON "service_center".case_event
  FOR EACH STATEMENT EXECUTE FUNCTION "service_center".case_event_is_immutable();
-- A case has about eight events. A sample of a large table makes the planner believe hundreds, and every batch dear.
ALTER TABLE "service_center"."case_event" ALTER COLUMN "case_number" SET (n_distinct = -0.125);
ALTER TABLE "service_center"."supervision_signal" ALTER COLUMN "case_number" SET (n_distinct = -0.5);
