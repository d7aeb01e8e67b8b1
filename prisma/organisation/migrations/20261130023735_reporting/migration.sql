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

CREATE VIEW reporting.region AS
SELECT code AS region_code, name, kind, parent_code, pilot, sample FROM organisation.region;
COMMENT ON VIEW reporting.region IS 'Regions (行政区划) and development zones.';
COMMENT ON COLUMN reporting.region.region_code IS 'Code of GB/T 2260, or the hub''s own for a zone.';
COMMENT ON COLUMN reporting.region.name IS 'Name.';
COMMENT ON COLUMN reporting.region.kind IS 'PROVINCE, PREFECTURE, COUNTY_CITY, DISTRICT, COUNTY, DEVELOPMENT_ZONE.';
COMMENT ON COLUMN reporting.region.parent_code IS 'Region it belongs to; null at the top.';
COMMENT ON COLUMN reporting.region.pilot IS 'Whether it publishes its list first (试点).';
COMMENT ON COLUMN reporting.region.sample IS 'Whether its data is sample data.';

CREATE VIEW reporting.agency AS
SELECT a.code AS agency_code, a.region_code, a.name, a.short_name, a.kind, a.parent_code, a.entrusted_by, a.founded_on, a.abolished_on,
  (SELECT count(*)::int FROM organisation.office o WHERE o.agency_code = a.code AND o.closed_on IS NULL) AS offices
FROM organisation.agency a;
COMMENT ON VIEW reporting.agency IS 'Bodies that hold powers (机构, P4), abolished ones too.';
COMMENT ON COLUMN reporting.agency.agency_code IS 'Code within the hub: region and serial.';
COMMENT ON COLUMN reporting.agency.region_code IS 'Region it belongs to.';
COMMENT ON COLUMN reporting.agency.name IS 'Name.';
COMMENT ON COLUMN reporting.agency.short_name IS 'Short name; null when it has none.';
COMMENT ON COLUMN reporting.agency.kind IS 'GOVERNMENT, DEPARTMENT, AFFILIATED_INSTITUTION, MASS_ORGANISATION, VERTICAL, COUNTY_GOVERNMENT, ZONE_COMMITTEE, ENTRUSTED_INSTITUTION, OTHER.';
COMMENT ON COLUMN reporting.agency.parent_code IS 'Body it belongs to.';
COMMENT ON COLUMN reporting.agency.entrusted_by IS 'Body whose powers it exercises by entrustment (委托); the powers stay that body''s.';
COMMENT ON COLUMN reporting.agency.founded_on IS 'First day, where known.';
COMMENT ON COLUMN reporting.agency.abolished_on IS 'First day it is no more; null while it exists.';
COMMENT ON COLUMN reporting.agency.offices IS 'Internal offices (内设机构) that are not closed.';

CREATE VIEW reporting.agency_identifier AS
SELECT agency_code, scheme, value, valid_from, valid_to FROM organisation.agency_identifier;
COMMENT ON VIEW reporting.agency_identifier IS 'What agencies are called in other registers.';
COMMENT ON COLUMN reporting.agency_identifier.agency_code IS 'The agency.';
COMMENT ON COLUMN reporting.agency_identifier.scheme IS 'USCC 统一社会信用代码 or ORG_CODE 组织机构代码.';
COMMENT ON COLUMN reporting.agency_identifier.value IS 'The identifier.';
COMMENT ON COLUMN reporting.agency_identifier.valid_from IS 'First day, where known.';
COMMENT ON COLUMN reporting.agency_identifier.valid_to IS 'First day it no longer holds; null while it does.';

CREATE VIEW reporting.office AS
SELECT o.id AS office_id, o.agency_code, o.name, o.closed_on,
  (SELECT count(*)::int FROM organisation.officer p WHERE p.office_id = o.id) AS officers
FROM organisation.office o;
COMMENT ON VIEW reporting.office IS 'Internal offices (内设机构、承办机构). The people in them are counted, never named.';
COMMENT ON COLUMN reporting.office.office_id IS 'Id of the office.';
COMMENT ON COLUMN reporting.office.agency_code IS 'Its agency.';
COMMENT ON COLUMN reporting.office.name IS 'Name.';
COMMENT ON COLUMN reporting.office.closed_on IS 'First day it is no more; null while it exists.';
COMMENT ON COLUMN reporting.office.officers IS 'Handling officers (承办人) registered for it.';

CREATE VIEW reporting.mandate WITH (security_barrier) AS
SELECT m.id AS mandate_id, m.agency_code, m.version, m.origin, m.title, m.document_number, m.issued_on, m.effective_on, m.effective_to,
  (SELECT count(*)::int FROM organisation.mandate_duty d WHERE d.mandate_id = m.id) AS duties,
  jsonb_array_length(m.document->'offices') AS offices, (m.document->'staffing'->>'total')::int AS staffing_total
FROM organisation.mandate m WHERE m.state = 'APPROVED';
COMMENT ON VIEW reporting.mandate IS 'Approved mandates (三定), all versions. In force on a day: effective_on <= day AND day < effective_to.';
COMMENT ON COLUMN reporting.mandate.mandate_id IS 'Id: agency and version.';
COMMENT ON COLUMN reporting.mandate.agency_code IS 'Whose mandate it is.';
COMMENT ON COLUMN reporting.mandate.version IS 'From 1 within the agency.';
COMMENT ON COLUMN reporting.mandate.origin IS 'DOCUMENT 三定规定, DERIVED 由清单推定, EXISTING 清单公布前的三定规定.';
COMMENT ON COLUMN reporting.mandate.title IS 'Title of the document; null when derived.';
COMMENT ON COLUMN reporting.mandate.document_number IS 'Its number.';
COMMENT ON COLUMN reporting.mandate.issued_on IS 'Its date.';
COMMENT ON COLUMN reporting.mandate.effective_on IS 'First day in force.';
COMMENT ON COLUMN reporting.mandate.effective_to IS 'First day no longer in force; 9999-12-31 while it is.';
COMMENT ON COLUMN reporting.mandate.duties IS 'Duties (职责) it lists.';
COMMENT ON COLUMN reporting.mandate.offices IS 'Internal offices (内设机构) it sets up.';
COMMENT ON COLUMN reporting.mandate.staffing_total IS 'Total staffing (编制) it states; null when it states none.';

CREATE VIEW reporting.mandate_duty WITH (security_barrier) AS
SELECT d.mandate_id, d.place, d.number, d.text, d.kind, d.office_id, array_to_string(d.levels, ',') AS levels
FROM organisation.mandate_duty d JOIN organisation.mandate m ON m.id = d.mandate_id WHERE m.state = 'APPROVED';
COMMENT ON VIEW reporting.mandate_duty IS 'Duties (职责) of approved mandates, in the document''s order.';
COMMENT ON COLUMN reporting.mandate_duty.mandate_id IS 'The mandate.';
COMMENT ON COLUMN reporting.mandate_duty.place IS 'Place in the document, from 0.';
COMMENT ON COLUMN reporting.mandate_duty.number IS 'Number as printed, e.g. （一）.';
COMMENT ON COLUMN reporting.mandate_duty.text IS 'The duty as the document states it.';
COMMENT ON COLUMN reporting.mandate_duty.kind IS 'POWER 权力职责, POLICY 政策和规划职责, INTERNAL 机关内部职责.';
COMMENT ON COLUMN reporting.mandate_duty.office_id IS 'Office that performs it; null when the document names none.';
COMMENT ON COLUMN reporting.mandate_duty.levels IS 'Exercise levels it claims, comma-separated; empty when it says nothing of them.';

CREATE VIEW reporting.duty_item WITH (security_barrier) AS
SELECT i.mandate_id, i.place, i.item_code
FROM organisation.duty_item i JOIN organisation.mandate m ON m.id = i.mandate_id WHERE m.state = 'APPROVED';
COMMENT ON VIEW reporting.duty_item IS 'Items of the list that duties of approved mandates rest on.';
COMMENT ON COLUMN reporting.duty_item.mandate_id IS 'The mandate.';
COMMENT ON COLUMN reporting.duty_item.place IS 'The duty: mandate_duty.place.';
COMMENT ON COLUMN reporting.duty_item.item_code IS 'The item.';

CREATE VIEW reporting.staffing WITH (security_barrier) AS
SELECT m.id AS mandate_id, m.agency_code, (l.place - 1)::int AS place, l.line->>'kind' AS kind, l.line->>'label' AS label,
  (l.line->>'beside')::boolean AS beside, (l.line->>'quota')::int AS quota, (l.line->>'actual')::int AS actual
FROM organisation.mandate m CROSS JOIN LATERAL jsonb_array_elements(m.document->'staffing'->'lines') WITH ORDINALITY AS l(line, place)
WHERE m.state = 'APPROVED';
COMMENT ON VIEW reporting.staffing IS 'Staffing (编制) of approved mandates, one row per line of the document, in persons.';
COMMENT ON COLUMN reporting.staffing.mandate_id IS 'The mandate.';
COMMENT ON COLUMN reporting.staffing.agency_code IS 'Its agency.';
COMMENT ON COLUMN reporting.staffing.place IS 'Place in the document, from 0.';
COMMENT ON COLUMN reporting.staffing.kind IS 'ADMINISTRATIVE 行政编制, LAW_ENFORCEMENT 政法专项编制, INSTITUTION 事业编制, WORKER 工勤编制, OTHER 其他编制.';
COMMENT ON COLUMN reporting.staffing.label IS 'As printed, when the kind alone does not say it.';
COMMENT ON COLUMN reporting.staffing.beside IS 'Whether it is beside the total, not inside it (另核).';
COMMENT ON COLUMN reporting.staffing.quota IS 'Posts allowed.';
COMMENT ON COLUMN reporting.staffing.actual IS 'Persons on them; null when not stated.';

CREATE VIEW reporting.leadership_post WITH (security_barrier) AS
SELECT m.id AS mandate_id, m.agency_code, (p.place - 1)::int AS place, p.line->>'post' AS post, p.line->>'rank' AS rank,
  (p.line->>'quota')::int AS quota, (p.line->>'actual')::int AS actual
FROM organisation.mandate m CROSS JOIN LATERAL jsonb_array_elements(m.document->'posts') WITH ORDINALITY AS p(line, place)
WHERE m.state = 'APPROVED';
COMMENT ON VIEW reporting.leadership_post IS 'Leadership posts (领导职数) of approved mandates.';
COMMENT ON COLUMN reporting.leadership_post.mandate_id IS 'The mandate.';
COMMENT ON COLUMN reporting.leadership_post.agency_code IS 'Its agency.';
COMMENT ON COLUMN reporting.leadership_post.place IS 'Place in the document, from 0.';
COMMENT ON COLUMN reporting.leadership_post.post IS 'The post, never who holds it.';
COMMENT ON COLUMN reporting.leadership_post.rank IS 'Rank; null when not stated.';
COMMENT ON COLUMN reporting.leadership_post.quota IS 'Posts allowed.';
COMMENT ON COLUMN reporting.leadership_post.actual IS 'Persons on them; null when not stated.';

CREATE VIEW reporting.cross_check_run AS
SELECT region_code, number, at, day, items, mandates, fresh AS new_findings, gone AS gone_findings, still AS still_findings
FROM organisation.cross_check_run;
COMMENT ON VIEW reporting.cross_check_run IS 'Cross-checks of mandates and list that were kept (核对记录), each compared with the one before. What does not agree at this moment is computed by the API (mandateCrossCheck), not here.';
COMMENT ON COLUMN reporting.cross_check_run.region_code IS 'Region checked.';
COMMENT ON COLUMN reporting.cross_check_run.number IS 'From 1 within the region.';
COMMENT ON COLUMN reporting.cross_check_run.at IS 'When it ran.';
COMMENT ON COLUMN reporting.cross_check_run.day IS 'Day list and mandates were read as of.';
COMMENT ON COLUMN reporting.cross_check_run.items IS 'Items on the list that were looked at.';
COMMENT ON COLUMN reporting.cross_check_run.mandates IS 'Mandates in force that were looked at.';
COMMENT ON COLUMN reporting.cross_check_run.new_findings IS 'Found for the first time (新增).';
COMMENT ON COLUMN reporting.cross_check_run.gone_findings IS 'Found no longer (消除).';
COMMENT ON COLUMN reporting.cross_check_run.still_findings IS 'Found again (仍在).';

CREATE VIEW reporting.mandate_finding AS
SELECT region_code, agency_code, kind, severity, state, finding->>'itemCode' AS item_code, finding->>'officeId' AS office_id, raised_on, deadline,
  (replied_at AT TIME ZONE 'Asia/Shanghai')::date AS replied_on, (closed_at AT TIME ZONE 'Asia/Shanghai')::date AS closed_on
FROM organisation.mandate_finding;
COMMENT ON VIEW reporting.mandate_finding IS 'Findings between mandates and list (核对问题) that were put on record, by a run or by a change of the list, one row each, without texts.';
COMMENT ON COLUMN reporting.mandate_finding.region_code IS 'The region.';
COMMENT ON COLUMN reporting.mandate_finding.agency_code IS 'Agency that has to put it right.';
COMMENT ON COLUMN reporting.mandate_finding.kind IS 'What it is, e.g. DUTY_NAMES_UNLISTED_ITEM; MandateFindingKind of the API.';
COMMENT ON COLUMN reporting.mandate_finding.severity IS 'VIOLATION 违反规定, WARNING 需要处理, HINT 提示.';
COMMENT ON COLUMN reporting.mandate_finding.state IS 'OPEN 待处理, REPLIED 已回复, CLOSED 已办结.';
COMMENT ON COLUMN reporting.mandate_finding.item_code IS 'Item it is about; null when it is about none.';
COMMENT ON COLUMN reporting.mandate_finding.office_id IS 'Office it is about; null when it is about none.';
COMMENT ON COLUMN reporting.mandate_finding.raised_on IS 'Day it was put on record.';
COMMENT ON COLUMN reporting.mandate_finding.deadline IS 'Day by which it is to be put right.';
COMMENT ON COLUMN reporting.mandate_finding.replied_on IS 'Day of the agency''s reply; null while there is none.';
COMMENT ON COLUMN reporting.mandate_finding.closed_on IS 'Day it was closed; null while it is open.';

CREATE VIEW reporting.organisation_change AS
SELECT id AS change_id, region_code, number, subject, kind, effective_on, document_title, document_number, document_date
FROM organisation.organisation_change;
COMMENT ON VIEW reporting.organisation_change IS 'Changes of bodies and offices that a document decided (机构改革).';
COMMENT ON COLUMN reporting.organisation_change.change_id IS 'Id of the change.';
COMMENT ON COLUMN reporting.organisation_change.region_code IS 'The region.';
COMMENT ON COLUMN reporting.organisation_change.number IS 'From 1 within the region.';
COMMENT ON COLUMN reporting.organisation_change.subject IS 'AGENCY or OFFICE.';
COMMENT ON COLUMN reporting.organisation_change.kind IS 'FOUND 设立, RENAME 更名, MERGE 合并, SPLIT 分设, ABOLISH 撤销.';
COMMENT ON COLUMN reporting.organisation_change.effective_on IS 'First day.';
COMMENT ON COLUMN reporting.organisation_change.document_title IS 'Document that decided it: title.';
COMMENT ON COLUMN reporting.organisation_change.document_number IS 'Its number.';
COMMENT ON COLUMN reporting.organisation_change.document_date IS 'Its date.';

CREATE VIEW reporting.succession AS
SELECT change_id, place, predecessor, predecessor_name, successor, successor_name, founded FROM organisation.succession;
COMMENT ON VIEW reporting.succession IS 'Who lives on in whom by a change.';
COMMENT ON COLUMN reporting.succession.change_id IS 'The change.';
COMMENT ON COLUMN reporting.succession.place IS 'Place in the change, from 0.';
COMMENT ON COLUMN reporting.succession.predecessor IS 'Agency code or office id; null: founded from nothing.';
COMMENT ON COLUMN reporting.succession.predecessor_name IS 'Its name that day.';
COMMENT ON COLUMN reporting.succession.successor IS 'Agency code or office id; null: abolished without one.';
COMMENT ON COLUMN reporting.succession.successor_name IS 'Its name that day.';
COMMENT ON COLUMN reporting.succession.founded IS 'Whether the change made the successor.';

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'hub_reporting') THEN
    GRANT USAGE ON SCHEMA reporting TO hub_reporting;
    GRANT SELECT ON
      reporting.region, reporting.agency, reporting.agency_identifier, reporting.office, reporting.mandate, reporting.mandate_duty,
      reporting.duty_item, reporting.staffing, reporting.leadership_post, reporting.cross_check_run, reporting.mandate_finding,
      reporting.organisation_change, reporting.succession
    TO hub_reporting;
  END IF;
END $$;
