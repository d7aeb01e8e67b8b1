-- CreateTable
CREATE TABLE "service_center"."case_key_salt" (
    "id" INTEGER NOT NULL,
    "salt" TEXT NOT NULL,

    CONSTRAINT "case_key_salt_pkey" PRIMARY KEY ("id")
);

INSERT INTO "service_center"."case_key_salt" VALUES (1, concat(gen_random_uuid(), gen_random_uuid()));

-- What reporting tools may read: views in one schema that services sharing a database fill together, each with what it owns,
-- and a role that may read these views and nothing else. Described in prisma/REPORTING.md.
SELECT pg_advisory_xact_lock(hashtext('reporting')); -- services migrate at the same time

DO $$
BEGIN
  IF to_regnamespace('reporting') IS NULL THEN
    CREATE SCHEMA reporting;
    COMMENT ON SCHEMA reporting IS 'The power list in figures, for BI tools: stable views without personal data.';
  ELSIF NOT has_schema_privilege('reporting', 'CREATE') THEN
    RAISE EXCEPTION 'user % may not create views in schema reporting', current_user
      USING ERRCODE = 'insufficient_privilege', HINT = format('As the owner of the schema: GRANT USAGE, CREATE ON SCHEMA reporting TO %I;', current_user);
  END IF;
END $$;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hub_reporting') THEN
    CREATE ROLE hub_reporting NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN
    NULL; -- another database of this server got it a moment ago
  WHEN insufficient_privilege THEN
    RAISE WARNING 'role hub_reporting is not there and user % may not create it: nobody can read schema reporting yet', current_user
      USING HINT = 'README, "Connecting a BI tool", says what the DBA runs.';
END $$;

CREATE VIEW reporting.guide_version AS
SELECT g.item_code, g.version, g.valid_from, g.valid_to, g.origin, g.document->>'handlingKind' AS handling_kind,
  (g.document->'statutoryLimit'->>'value')::int AS statutory_limit, g.document->'statutoryLimit'->>'unit' AS statutory_limit_unit,
  (g.document->'promisedLimit'->>'value')::int AS promised_limit, g.document->'promisedLimit'->>'unit' AS promised_limit_unit,
  (g.document->>'visits')::int AS visits, (SELECT string_agg(v, ',') FROM jsonb_array_elements_text(g.document->'channels') v) AS channels,
  (SELECT string_agg(v, ',') FROM jsonb_array_elements_text(g.document->'serviceObjects') v) AS service_objects,
  jsonb_array_length(g.document->'conditions') AS conditions, jsonb_array_length(g.document->'steps') AS steps,
  jsonb_array_length(g.document->'materials') AS materials, jsonb_array_length(g.document->'fees') AS fees,
  jsonb_array_length(g.document->'results') AS results, jsonb_array_length(g.document->'venues') AS venues,
  g.document->>'responsibleOfficeId' AS office_id, g.document->>'officerId' IS NOT NULL AS officer_stated,
  g.document->>'enquiryPhone' IS NOT NULL AS enquiry_phone_stated, g.document->>'supervisionPhone' IS NOT NULL AS supervision_phone_stated
FROM service_center.guide_version g;
COMMENT ON VIEW reporting.guide_version IS 'Service guides (办事指南), all versions: what they state, in figures. As of a day: valid_from <= day AND day < valid_to. Whether a guide is complete or its link broken is one rule in the service; the API answers it (linkCoverage, PowerItem.link).';
COMMENT ON COLUMN reporting.guide_version.item_code IS 'Item it is the guide of.';
COMMENT ON COLUMN reporting.guide_version.version IS 'Version, counted for the item.';
COMMENT ON COLUMN reporting.guide_version.valid_from IS 'First day it holds.';
COMMENT ON COLUMN reporting.guide_version.valid_to IS 'First day it no longer holds; 9999-12-31 while it does.';
COMMENT ON COLUMN reporting.guide_version.origin IS 'REPORTED 外部报来，照录 or PUBLISHED 经校验发布.';
COMMENT ON COLUMN reporting.guide_version.handling_kind IS 'ON_THE_SPOT 即办件, WITHIN_PROMISE 承诺件; null when not stated.';
COMMENT ON COLUMN reporting.guide_version.statutory_limit IS 'Statutory limit (法定期限); null when not stated.';
COMMENT ON COLUMN reporting.guide_version.statutory_limit_unit IS 'WORKING_DAY, CALENDAR_DAY, HOUR, MONTH.';
COMMENT ON COLUMN reporting.guide_version.promised_limit IS 'Promised limit (承诺期限); null when not stated.';
COMMENT ON COLUMN reporting.guide_version.promised_limit_unit IS 'WORKING_DAY, CALENDAR_DAY, HOUR, MONTH.';
COMMENT ON COLUMN reporting.guide_version.visits IS 'Visits needed (到办事现场次数); null when not stated.';
COMMENT ON COLUMN reporting.guide_version.channels IS 'WINDOW, ONLINE, MOBILE, POST, comma-separated; null when none is stated.';
COMMENT ON COLUMN reporting.guide_version.service_objects IS 'NATURAL_PERSON, ENTERPRISE, INSTITUTION, SOCIAL_ORGANISATION, ADMINISTRATIVE_ORGAN, OTHER, comma-separated; null when none is stated.';
COMMENT ON COLUMN reporting.guide_version.conditions IS 'Conditions (受理条件) stated.';
COMMENT ON COLUMN reporting.guide_version.steps IS 'Steps (办理流程) stated.';
COMMENT ON COLUMN reporting.guide_version.materials IS 'Materials (申请材料) stated.';
COMMENT ON COLUMN reporting.guide_version.fees IS 'Fees (收费) stated; free of charge is an entry, too.';
COMMENT ON COLUMN reporting.guide_version.results IS 'Results (办理结果) stated.';
COMMENT ON COLUMN reporting.guide_version.venues IS 'Venues (办理地点) stated.';
COMMENT ON COLUMN reporting.guide_version.office_id IS 'Responsible office (承办机构): office.office_id; null when not stated.';
COMMENT ON COLUMN reporting.guide_version.officer_stated IS 'Whether a handling officer (承办人) is stated.';
COMMENT ON COLUMN reporting.guide_version.enquiry_phone_stated IS 'Whether an enquiry phone is stated.';
COMMENT ON COLUMN reporting.guide_version.supervision_phone_stated IS 'Whether a supervision phone is stated.';

CREATE VIEW reporting.guide AS
SELECT item_code, version, valid_from, origin, document->>'responsibleOfficeId' AS office_id FROM service_center.guide_version
WHERE valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND valid_to > (now() AT TIME ZONE 'Asia/Shanghai')::date;
COMMENT ON VIEW reporting.guide IS 'Guides that hold today in China, at most one an item: guide_version says the rest. Items on the list without one are the MISSING of the API''s linkCoverage.';
COMMENT ON COLUMN reporting.guide.item_code IS 'Item it is the guide of.';
COMMENT ON COLUMN reporting.guide.version IS 'Version that holds.';
COMMENT ON COLUMN reporting.guide.valid_from IS 'First day it holds.';
COMMENT ON COLUMN reporting.guide.origin IS 'REPORTED 外部报来，照录 or PUBLISHED 经校验发布.';
COMMENT ON COLUMN reporting.guide.office_id IS 'Responsible office (承办机构); null when not stated.';

CREATE VIEW reporting.guide_step AS
SELECT g.item_code, g.version, (s.step->>'order')::int AS step, s.step->>'name' AS name, s.step->>'officeId' AS office_id,
  (s.step->'limit'->>'value')::int AS step_limit, s.step->'limit'->>'unit' AS step_limit_unit
FROM service_center.guide_version g CROSS JOIN LATERAL jsonb_array_elements(g.document->'steps') AS s(step);
COMMENT ON VIEW reporting.guide_step IS 'Steps (环节) of guides.';
COMMENT ON COLUMN reporting.guide_step.item_code IS 'Item of the guide.';
COMMENT ON COLUMN reporting.guide_step.version IS 'Version of the guide.';
COMMENT ON COLUMN reporting.guide_step.step IS 'Order within the guide; case_event.step.';
COMMENT ON COLUMN reporting.guide_step.name IS 'Name.';
COMMENT ON COLUMN reporting.guide_step.office_id IS 'Office that does it; null when not stated.';
COMMENT ON COLUMN reporting.guide_step.step_limit IS 'Its limit; null when not stated.';
COMMENT ON COLUMN reporting.guide_step.step_limit_unit IS 'WORKING_DAY, CALENDAR_DAY, HOUR, MONTH.';

CREATE VIEW reporting.guide_material AS
SELECT g.item_code, g.version, m.place::int AS place, m.material->>'name' AS name, m.material->>'requirement' AS requirement, m.material->>'kind' AS kind,
  m.material->>'medium' AS medium, m.material->>'source' AS source, (m.material->>'originals')::int AS originals, (m.material->>'copies')::int AS copies
FROM service_center.guide_version g CROSS JOIN LATERAL jsonb_array_elements(g.document->'materials') WITH ORDINALITY AS m(material, place);
COMMENT ON VIEW reporting.guide_material IS 'Materials (申请材料) of guides.';
COMMENT ON COLUMN reporting.guide_material.item_code IS 'Item of the guide.';
COMMENT ON COLUMN reporting.guide_material.version IS 'Version of the guide.';
COMMENT ON COLUMN reporting.guide_material.place IS 'Place in the guide, from 1.';
COMMENT ON COLUMN reporting.guide_material.name IS 'Name.';
COMMENT ON COLUMN reporting.guide_material.requirement IS 'REQUIRED 必要, OPTIONAL 非必要, LATER 容缺.';
COMMENT ON COLUMN reporting.guide_material.kind IS 'CERTIFICATE 证照或证明, FORM 申请表格文书, OTHER 其他.';
COMMENT ON COLUMN reporting.guide_material.medium IS 'PAPER, ELECTRONIC, BOTH; null when not stated.';
COMMENT ON COLUMN reporting.guide_material.source IS 'APPLICANT, DEPARTMENT, OTHER; null when not stated.';
COMMENT ON COLUMN reporting.guide_material.originals IS 'Originals asked for; null when not stated.';
COMMENT ON COLUMN reporting.guide_material.copies IS 'Copies asked for; null when not stated.';

CREATE VIEW reporting.service_case AS
SELECT left(encode(sha256(convert_to(s.salt || c.number, 'UTF8')), 'hex'), 32) AS case_key, c.item_code, c.category, c.guide_version, c.agency_code,
  c.region_code, c.office_id, c.handling, c.channel, c.origin, c.state, c.open, c.suspended, c.outcome,
  (c.received_at AT TIME ZONE 'Asia/Shanghai')::date AS received_on, c.accepted_on, (c.decided_at AT TIME ZONE 'Asia/Shanghai')::date AS decided_on,
  (c.delivered_at AT TIME ZONE 'Asia/Shanghai')::date AS delivered_on, c.due_on, c.due_provisional, c.promised_due_on, c.statutory_due_on, c.intake_due_on,
  c.days_used, c.on_time,
  COALESCE(c.open AND NOT c.suspended AND c.due_on < (now() AT TIME ZONE 'Asia/Shanghai')::date, false) OR COALESCE(NOT c.on_time, false) AS overdue
FROM service_center.service_case c CROSS JOIN service_center.case_key_salt s;
COMMENT ON VIEW reporting.service_case IS 'Cases (办件), without anything of the applicant and without receipt numbers. Days are China''s.';
COMMENT ON COLUMN reporting.service_case.case_key IS 'Joins a case with its events and signals; tells nothing of its receipt number.';
COMMENT ON COLUMN reporting.service_case.item_code IS 'Item it is about.';
COMMENT ON COLUMN reporting.service_case.category IS 'Category (权力类型) of the item when it was received.';
COMMENT ON COLUMN reporting.service_case.guide_version IS 'Guide version it runs under; null where there was none.';
COMMENT ON COLUMN reporting.service_case.agency_code IS 'Handling agency.';
COMMENT ON COLUMN reporting.service_case.region_code IS 'Its region.';
COMMENT ON COLUMN reporting.service_case.office_id IS 'Office that took it in.';
COMMENT ON COLUMN reporting.service_case.handling IS 'ORDINARY 一般办理, JOINT 统一、联合或者集中办理, PRE_REVIEW 下级机关审查.';
COMMENT ON COLUMN reporting.service_case.channel IS 'WINDOW, ONLINE, MOBILE, POST; null when not known.';
COMMENT ON COLUMN reporting.service_case.origin IS 'OPENED here and checked, or REPORTED by a counter.';
COMMENT ON COLUMN reporting.service_case.state IS 'RECEIVED, CORRECTION_PENDING, IN_PROGRESS, SUSPENDED, INTAKE_REFUSED, GRANTED, REFUSED, WITHDRAWN, DELIVERED.';
COMMENT ON COLUMN reporting.service_case.open IS 'Neither decided, refused at intake nor withdrawn.';
COMMENT ON COLUMN reporting.service_case.suspended IS 'A special procedure goes on; its clock stands (许可法 45).';
COMMENT ON COLUMN reporting.service_case.outcome IS 'GRANTED 准予, REFUSED 不予, WITHDRAWN 申请人撤回; null while undecided.';
COMMENT ON COLUMN reporting.service_case.received_on IS 'Day it was received.';
COMMENT ON COLUMN reporting.service_case.accepted_on IS 'Day of acceptance (受理).';
COMMENT ON COLUMN reporting.service_case.decided_on IS 'Day of the decision.';
COMMENT ON COLUMN reporting.service_case.delivered_on IS 'Day of delivery (送达).';
COMMENT ON COLUMN reporting.service_case.due_on IS 'Last day to decide: as promised, never later than the law''s.';
COMMENT ON COLUMN reporting.service_case.due_provisional IS 'Whether the working calendar does not reach so far yet.';
COMMENT ON COLUMN reporting.service_case.promised_due_on IS 'Last day by the promised limit.';
COMMENT ON COLUMN reporting.service_case.statutory_due_on IS 'Last day by the statutory limit.';
COMMENT ON COLUMN reporting.service_case.intake_due_on IS 'Last day to accept or to ask for corrections.';
COMMENT ON COLUMN reporting.service_case.days_used IS 'Days of the limit that are used.';
COMMENT ON COLUMN reporting.service_case.on_time IS 'Whether it was decided in time; null while undecided or where no limit is set.';
COMMENT ON COLUMN reporting.service_case.overdue IS 'Decided too late, or open, not suspended and past its last day today.';

CREATE VIEW reporting.case_event AS
SELECT left(encode(sha256(convert_to(s.salt || e.case_number, 'UTF8')), 'hex'), 32) AS case_key, e.kind, e.at, e.arrived_at, e.origin, e.office_id,
  (e.body->>'step')::int AS step, e.body->>'outcome' AS outcome,
  CASE WHEN e.body->>'procedure' IN ('HEARING', 'TENDER', 'AUCTION', 'INSPECTION', 'TESTING', 'QUARANTINE', 'APPRAISAL', 'EXPERT_REVIEW')
    THEN e.body->>'procedure' WHEN e.body ? 'procedure' THEN 'OTHER' END AS procedure,
  e.body->>'approvedBy' AS approved_by, (e.body->>'value')::int AS extended_by, e.body ? 'noticedAt' AS noticed, e.body ? 'reasons' AS reasons_stated,
  COALESCE(jsonb_array_length(e.body->'materials'), 0) AS materials, COALESCE(jsonb_array_length(e.body->'toCorrect'), 0) AS to_correct,
  (SELECT sum((f->>'amount')::numeric) FROM jsonb_array_elements(e.body->'fees') f) AS fees
FROM service_center.case_event e CROSS JOIN service_center.case_key_salt s;
COMMENT ON VIEW reporting.case_event IS 'What happened to cases (办件事件), without words, names or numbers that people wrote.';
COMMENT ON COLUMN reporting.case_event.case_key IS 'The case: service_case.case_key.';
COMMENT ON COLUMN reporting.case_event.kind IS 'RECEIVED, CORRECTION_REQUESTED, CORRECTED, ACCEPTED, REFUSED_INTAKE, STEP_STARTED, STEP_COMPLETED, SPECIAL_PROCEDURE_STARTED, SPECIAL_PROCEDURE_ENDED, EXTENDED, DECIDED, DELIVERED.';
COMMENT ON COLUMN reporting.case_event.at IS 'When it happened.';
COMMENT ON COLUMN reporting.case_event.arrived_at IS 'When the hub learnt of it.';
COMMENT ON COLUMN reporting.case_event.origin IS 'COMMANDED here and checked, or REPORTED by a counter.';
COMMENT ON COLUMN reporting.case_event.office_id IS 'Office that did it; null when not stated.';
COMMENT ON COLUMN reporting.case_event.step IS 'Step of the guide; null for other kinds.';
COMMENT ON COLUMN reporting.case_event.outcome IS 'Of a decision: GRANTED, REFUSED, WITHDRAWN.';
COMMENT ON COLUMN reporting.case_event.procedure IS 'Special procedure: one of 许可法 45, or OTHER.';
COMMENT ON COLUMN reporting.case_event.approved_by IS 'Of an extension: AGENCY_HEAD or GOVERNMENT_HEAD.';
COMMENT ON COLUMN reporting.case_event.extended_by IS 'Of an extension: how much, in the unit of the law; null for all the law gives.';
COMMENT ON COLUMN reporting.case_event.noticed IS 'Whether the applicant was told in writing.';
COMMENT ON COLUMN reporting.case_event.reasons_stated IS 'Whether reasons were given.';
COMMENT ON COLUMN reporting.case_event.materials IS 'How many materials came with it.';
COMMENT ON COLUMN reporting.case_event.to_correct IS 'How many things were to be corrected.';
COMMENT ON COLUMN reporting.case_event.fees IS 'Fees asked for, in yuan; null when none.';

CREATE VIEW reporting.supervision_signal AS
SELECT g.sequence, left(encode(sha256(convert_to(s.salt || g.case_number, 'UTF8')), 'hex'), 32) AS case_key, g.kind, g.severity, g.rule, g.region_code,
  g.agency_code, g.item_code, g.occurred_on, g.raised_at, g.state, g.notified_at, g.answered_at, g.concluded_at, g.verdict, g.closed_at
FROM service_center.supervision_signal g CROSS JOIN service_center.case_key_salt s;
COMMENT ON VIEW reporting.supervision_signal IS 'Signals of e-supervision (电子监察), without answers and conclusions.';
COMMENT ON COLUMN reporting.supervision_signal.sequence IS 'Number, without gaps.';
COMMENT ON COLUMN reporting.supervision_signal.case_key IS 'The case: service_case.case_key.';
COMMENT ON COLUMN reporting.supervision_signal.kind IS 'What was found, e.g. OVERDUE_STATUTORY (超法定期限); SignalKind of the API.';
COMMENT ON COLUMN reporting.supervision_signal.severity IS 'YELLOW 黄牌 or RED 红牌.';
COMMENT ON COLUMN reporting.supervision_signal.rule IS 'Clause it rests on.';
COMMENT ON COLUMN reporting.supervision_signal.region_code IS 'Region of the agency.';
COMMENT ON COLUMN reporting.supervision_signal.agency_code IS 'Handling agency.';
COMMENT ON COLUMN reporting.supervision_signal.item_code IS 'Item of the case.';
COMMENT ON COLUMN reporting.supervision_signal.occurred_on IS 'Day the rule was broken or the warning fell due.';
COMMENT ON COLUMN reporting.supervision_signal.raised_at IS 'When it was raised.';
COMMENT ON COLUMN reporting.supervision_signal.state IS 'RAISED, NOTIFIED, ANSWERED, UPHELD, REVOKED, CLOSED.';
COMMENT ON COLUMN reporting.supervision_signal.notified_at IS 'When the agency was notified.';
COMMENT ON COLUMN reporting.supervision_signal.answered_at IS 'When it answered.';
COMMENT ON COLUMN reporting.supervision_signal.concluded_at IS 'When it was upheld or revoked.';
COMMENT ON COLUMN reporting.supervision_signal.verdict IS 'UPHELD 认定成立 or REVOKED 撤销; null before.';
COMMENT ON COLUMN reporting.supervision_signal.closed_at IS 'When it was closed.';

CREATE VIEW reporting.supervision_month AS
WITH signals AS (
  SELECT region_code, agency_code, to_char(occurred_on, 'YYYY-MM') AS month, count(*) FILTER (WHERE severity = 'YELLOW')::int AS yellow,
    count(*) FILTER (WHERE severity = 'RED')::int AS red, count(DISTINCT occurred_on)::int AS signal_days
  FROM service_center.supervision_signal WHERE verdict IS DISTINCT FROM 'REVOKED' GROUP BY 1, 2, 3),
decided AS (
  SELECT region_code, agency_code, to_char(decided_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, count(*)::int AS decided,
    count(*) FILTER (WHERE (decided_at AT TIME ZONE 'Asia/Shanghai')::date < due_on)::int AS decided_early
  FROM service_center.service_case WHERE outcome <> 'WITHDRAWN' AND decided_at IS NOT NULL GROUP BY 1, 2, 3)
SELECT region_code, agency_code, month, COALESCE(yellow, 0) AS yellow, COALESCE(red, 0) AS red, COALESCE(signal_days, 0) AS signal_days,
  COALESCE(decided, 0) AS decided, COALESCE(decided_early, 0) AS decided_early
FROM signals FULL JOIN decided USING (region_code, agency_code, month);
COMMENT ON VIEW reporting.supervision_month IS 'What the monthly scores (月度评分) are made of, by agency and month. The score itself, with weights and runs of working days, is the API''s supervisionScores.';
COMMENT ON COLUMN reporting.supervision_month.region_code IS 'Region of the agency.';
COMMENT ON COLUMN reporting.supervision_month.agency_code IS 'The agency.';
COMMENT ON COLUMN reporting.supervision_month.month IS 'YYYY-MM: of what signals found, of decisions.';
COMMENT ON COLUMN reporting.supervision_month.yellow IS 'Yellow signals that were not revoked.';
COMMENT ON COLUMN reporting.supervision_month.red IS 'Red signals that were not revoked.';
COMMENT ON COLUMN reporting.supervision_month.signal_days IS 'Days with such a signal.';
COMMENT ON COLUMN reporting.supervision_month.decided IS 'Cases decided, withdrawn ones not counted.';
COMMENT ON COLUMN reporting.supervision_month.decided_early IS 'Those of them decided before their last day.';

CREATE VIEW reporting.remark_month AS
SELECT r.region_code, r.agency_code, r.item_code, r.kind, to_char(r.submitted_on, 'YYYY-MM') AS month, count(*)::int AS received,
  count(r.answered_at)::int AS answered, count(*) FILTER (WHERE (r.answered_at AT TIME ZONE 'Asia/Shanghai')::date <= r.due_on)::int AS on_time,
  count(*) FILTER (WHERE COALESCE((r.answered_at AT TIME ZONE 'Asia/Shanghai')::date, (now() AT TIME ZONE 'Asia/Shanghai')::date) > r.due_on)::int AS overdue,
  count(*) FILTER (WHERE r.state = 'PUBLISHED')::int AS published
FROM service_center.remark r GROUP BY 1, 2, 3, 4, 5;
COMMENT ON VIEW reporting.remark_month IS 'Remarks of the public (社会监督, P18), counted by agency, item, kind and month of submission.';
COMMENT ON COLUMN reporting.remark_month.region_code IS 'Region of the item.';
COMMENT ON COLUMN reporting.remark_month.agency_code IS 'Agency that answers.';
COMMENT ON COLUMN reporting.remark_month.item_code IS 'Item they are about, themselves or by a case.';
COMMENT ON COLUMN reporting.remark_month.kind IS 'REMARK, COMPLAINT or PRAISE.';
COMMENT ON COLUMN reporting.remark_month.month IS 'YYYY-MM of submission.';
COMMENT ON COLUMN reporting.remark_month.received IS 'Submitted.';
COMMENT ON COLUMN reporting.remark_month.answered IS 'Answered.';
COMMENT ON COLUMN reporting.remark_month.on_time IS 'Answered by the day promised on the receipt.';
COMMENT ON COLUMN reporting.remark_month.overdue IS 'Answered later, or not yet and past that day today.';
COMMENT ON COLUMN reporting.remark_month.published IS 'Shown in public with their answers.';

CREATE VIEW reporting.supervision_measure AS
SELECT item_code, version, number, kind, frequency_value, frequency_unit, office_id, valid_from, valid_to FROM service_center.supervision_measure;
COMMENT ON VIEW reporting.supervision_measure IS 'Measures of supervision during and after the act (事中事后监管, P16), without their texts.';
COMMENT ON COLUMN reporting.supervision_measure.item_code IS 'The item.';
COMMENT ON COLUMN reporting.supervision_measure.version IS 'Version of the item''s set of measures.';
COMMENT ON COLUMN reporting.supervision_measure.number IS 'Place in the set, from 1.';
COMMENT ON COLUMN reporting.supervision_measure.kind IS 'INSPECTION, CREDIT, REPORTING, SPOT_CHECK, OTHER.';
COMMENT ON COLUMN reporting.supervision_measure.frequency_value IS 'How often; null when not stated.';
COMMENT ON COLUMN reporting.supervision_measure.frequency_unit IS 'Unit of it.';
COMMENT ON COLUMN reporting.supervision_measure.office_id IS 'Office that answers for it.';
COMMENT ON COLUMN reporting.supervision_measure.valid_from IS 'First day it holds.';
COMMENT ON COLUMN reporting.supervision_measure.valid_to IS 'First day it no longer holds; 9999-12-31 while it does.';

CREATE VIEW reporting.measure_check_month AS
SELECT region_code, agency_code, item_code, to_char(planned_on, 'YYYY-MM') AS month, count(*)::int AS planned, count(checked_on)::int AS done,
  (count(*) FILTER (WHERE checked_on IS NULL AND planned_on < (now() AT TIME ZONE 'Asia/Shanghai')::date))::int AS overdue,
  (count(*) FILTER (WHERE result = 'RECTIFY'))::int AS rectify, (count(*) FILTER (WHERE result = 'PUNISHED'))::int AS punished
FROM service_center.measure_check GROUP BY 1, 2, 3, 4;
COMMENT ON VIEW reporting.measure_check_month IS 'Checks under measures, counted by agency, item and planned month; whom they are about is not shown.';
COMMENT ON COLUMN reporting.measure_check_month.region_code IS 'Region of the agency.';
COMMENT ON COLUMN reporting.measure_check_month.agency_code IS 'Agency that checks.';
COMMENT ON COLUMN reporting.measure_check_month.item_code IS 'The item.';
COMMENT ON COLUMN reporting.measure_check_month.month IS 'YYYY-MM they were planned for.';
COMMENT ON COLUMN reporting.measure_check_month.planned IS 'Planned.';
COMMENT ON COLUMN reporting.measure_check_month.done IS 'Done.';
COMMENT ON COLUMN reporting.measure_check_month.overdue IS 'Not done and past their day today.';
COMMENT ON COLUMN reporting.measure_check_month.rectify IS 'Done, and something is to be put right.';
COMMENT ON COLUMN reporting.measure_check_month.punished IS 'Done, and a penalty followed.';

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'hub_reporting') THEN
    GRANT USAGE ON SCHEMA reporting TO hub_reporting;
    GRANT SELECT ON
      reporting.guide_version, reporting.guide, reporting.guide_step, reporting.guide_material, reporting.service_case, reporting.case_event,
      reporting.supervision_signal, reporting.supervision_month, reporting.remark_month, reporting.supervision_measure,
      reporting.measure_check_month
    TO hub_reporting;
  END IF;
END $$;
