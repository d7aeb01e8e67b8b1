-- CreateTable
CREATE TABLE "service_center"."calendar_day" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "notice" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day")
);

-- A day named is either off or made up for.
ALTER TABLE "service_center"."calendar_day" ADD CONSTRAINT "calendar_day_kind_check" CHECK ("kind" IN ('HOLIDAY', 'WORKDAY'));
