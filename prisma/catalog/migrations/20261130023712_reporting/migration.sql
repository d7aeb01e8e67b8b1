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

CREATE VIEW reporting.power_list AS
SELECT region_code, scheme_code FROM catalog.power_list;
COMMENT ON VIEW reporting.power_list IS 'Regions that have a power list (权力清单) here.';
COMMENT ON COLUMN reporting.power_list.region_code IS 'Region whose list it is (行政区划代码).';
COMMENT ON COLUMN reporting.power_list.scheme_code IS 'Category scheme the list uses (类别体系): TAIYUAN_2014, NATIONAL_2015 (P1).';

CREATE VIEW reporting.scheme_category AS
SELECT scheme_code, category, ordinal, type_code FROM catalog.scheme_category;
COMMENT ON VIEW reporting.scheme_category IS 'Categories (权力类型) of each scheme (P1).';
COMMENT ON COLUMN reporting.scheme_category.scheme_code IS 'Category scheme.';
COMMENT ON COLUMN reporting.scheme_category.category IS 'Category code, e.g. LICENSE (行政许可); PowerCategory of the API.';
COMMENT ON COLUMN reporting.scheme_category.ordinal IS 'Place within the scheme.';
COMMENT ON COLUMN reporting.scheme_category.type_code IS 'Two digits of the national type code.';

CREATE VIEW reporting.power_item_version WITH (security_barrier) AS
SELECT v.id AS version_id, v.code AS item_code, i.code_scheme, i.published_code, v.region_code, v.agency_code, v.category, v.name, v.sub_item,
  v.parent_code, v.status, v.status IN ('LISTED', 'TIGHTENED', 'SUSPENDED') AS on_the_list, v.valid_from, v.valid_to,
  array_to_string(v.levels, ',') AS levels, v.body_name, array_to_string(v.office_ids, ',') AS office_ids,
  v.basis_text IS NOT NULL OR EXISTS (SELECT FROM catalog.citation c WHERE c.version_id = v.id) AS basis_stated,
  v.duty IS NOT NULL AS duty_stated, v.responsibilities IS NOT NULL AS responsibilities_stated,
  v.accountability IS NOT NULL AS accountability_stated, v.supervision_phone IS NOT NULL AS supervision_phone_stated,
  v.edition_id, v.adjustment_id
FROM catalog.item_version v JOIN catalog.power_item i ON i.code = v.code
WHERE v.status IN ('LISTED', 'TIGHTENED', 'SUSPENDED', 'DELEGATED', 'MERGED', 'CANCELLED');
COMMENT ON VIEW reporting.power_item_version IS 'Every state an item (权力事项) was ever in (P7), one row per item and period. As of a day: valid_from <= day AND day < valid_to.';
COMMENT ON COLUMN reporting.power_item_version.version_id IS 'Id of this state of the item.';
COMMENT ON COLUMN reporting.power_item_version.item_code IS 'Code of the item within the hub, the same through all its states.';
COMMENT ON COLUMN reporting.power_item_version.code_scheme IS 'HUB for a code the hub gave, PUBLISHED for the list''s own.';
COMMENT ON COLUMN reporting.power_item_version.published_code IS 'Code as the list prints it (事项编码); null when it prints none.';
COMMENT ON COLUMN reporting.power_item_version.region_code IS 'Region whose list it is on.';
COMMENT ON COLUMN reporting.power_item_version.agency_code IS 'Implementing body (实施主体): agency.agency_code.';
COMMENT ON COLUMN reporting.power_item_version.category IS 'Category (权力类型): LICENSE, PENALTY …; PowerCategory of the API.';
COMMENT ON COLUMN reporting.power_item_version.name IS 'Name (事项名称).';
COMMENT ON COLUMN reporting.power_item_version.sub_item IS 'Name of the sub-item (子项); null when it is none.';
COMMENT ON COLUMN reporting.power_item_version.parent_code IS 'Item it is a sub-item of, when that is itself on the list.';
COMMENT ON COLUMN reporting.power_item_version.status IS 'LISTED 在列, TIGHTENED 严管, SUSPENDED 暂停, DELEGATED 已下放, MERGED 已合并, CANCELLED 已取消.';
COMMENT ON COLUMN reporting.power_item_version.on_the_list IS 'Whether an item in this state is on the published list (P5).';
COMMENT ON COLUMN reporting.power_item_version.valid_from IS 'First day of this state.';
COMMENT ON COLUMN reporting.power_item_version.valid_to IS 'First day it no longer holds; 9999-12-31 while it does.';
COMMENT ON COLUMN reporting.power_item_version.levels IS 'Exercise levels (行使层级), comma-separated; one a row in power_item_level.';
COMMENT ON COLUMN reporting.power_item_version.body_name IS 'Implementing body as the list names it (行使主体).';
COMMENT ON COLUMN reporting.power_item_version.office_ids IS 'Responsible offices (承办机构), comma-separated: office.office_id.';
COMMENT ON COLUMN reporting.power_item_version.basis_stated IS 'Whether the list states a basis (实施依据).';
COMMENT ON COLUMN reporting.power_item_version.duty_stated IS 'Whether it states the department''s duty (部门职责).';
COMMENT ON COLUMN reporting.power_item_version.responsibilities_stated IS 'Whether it states responsibilities (责任事项).';
COMMENT ON COLUMN reporting.power_item_version.accountability_stated IS 'Whether it states grounds of accountability (追责情形).';
COMMENT ON COLUMN reporting.power_item_version.supervision_phone_stated IS 'Whether it states a supervision phone (监督电话).';
COMMENT ON COLUMN reporting.power_item_version.edition_id IS 'First edition that carries this state; null while none does.';
COMMENT ON COLUMN reporting.power_item_version.adjustment_id IS 'Adjustment (动态调整) that brought it, if one did.';

CREATE VIEW reporting.power_item AS
SELECT version_id, item_code, code_scheme, published_code, region_code, agency_code, category, name, sub_item, parent_code, status, valid_from,
  levels, body_name, office_ids, basis_stated, duty_stated, responsibilities_stated, accountability_stated, supervision_phone_stated, edition_id, adjustment_id
FROM reporting.power_item_version
WHERE on_the_list AND valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND valid_to > (now() AT TIME ZONE 'Asia/Shanghai')::date;
COMMENT ON VIEW reporting.power_item IS 'The list as it is today in China (P5): one row per item. Its count is the total of the API''s listSummary.';
COMMENT ON COLUMN reporting.power_item.version_id IS 'Id of the state the item is in.';
COMMENT ON COLUMN reporting.power_item.item_code IS 'Code of the item within the hub.';
COMMENT ON COLUMN reporting.power_item.code_scheme IS 'HUB for a code the hub gave, PUBLISHED for the list''s own.';
COMMENT ON COLUMN reporting.power_item.published_code IS 'Code as the list prints it (事项编码); null when it prints none.';
COMMENT ON COLUMN reporting.power_item.region_code IS 'Region whose list it is on.';
COMMENT ON COLUMN reporting.power_item.agency_code IS 'Implementing body (实施主体): agency.agency_code.';
COMMENT ON COLUMN reporting.power_item.category IS 'Category (权力类型): LICENSE, PENALTY …; PowerCategory of the API.';
COMMENT ON COLUMN reporting.power_item.name IS 'Name (事项名称).';
COMMENT ON COLUMN reporting.power_item.sub_item IS 'Name of the sub-item (子项); null when it is none.';
COMMENT ON COLUMN reporting.power_item.parent_code IS 'Item it is a sub-item of, when that is itself on the list.';
COMMENT ON COLUMN reporting.power_item.status IS 'LISTED 在列, TIGHTENED 严管, SUSPENDED 暂停.';
COMMENT ON COLUMN reporting.power_item.valid_from IS 'First day of this state.';
COMMENT ON COLUMN reporting.power_item.levels IS 'Exercise levels (行使层级), comma-separated; one a row in power_item_level.';
COMMENT ON COLUMN reporting.power_item.body_name IS 'Implementing body as the list names it (行使主体).';
COMMENT ON COLUMN reporting.power_item.office_ids IS 'Responsible offices (承办机构), comma-separated: office.office_id.';
COMMENT ON COLUMN reporting.power_item.basis_stated IS 'Whether the list states a basis (实施依据).';
COMMENT ON COLUMN reporting.power_item.duty_stated IS 'Whether it states the department''s duty (部门职责).';
COMMENT ON COLUMN reporting.power_item.responsibilities_stated IS 'Whether it states responsibilities (责任事项).';
COMMENT ON COLUMN reporting.power_item.accountability_stated IS 'Whether it states grounds of accountability (追责情形).';
COMMENT ON COLUMN reporting.power_item.supervision_phone_stated IS 'Whether it states a supervision phone (监督电话).';
COMMENT ON COLUMN reporting.power_item.edition_id IS 'First edition that carries this state; null while none does.';
COMMENT ON COLUMN reporting.power_item.adjustment_id IS 'Adjustment (动态调整) that brought it, if one did.';

CREATE VIEW reporting.power_item_level WITH (security_barrier) AS
SELECT v.id AS version_id, v.code AS item_code, at.level
FROM catalog.item_version v CROSS JOIN LATERAL unnest(v.levels) AS at(level)
WHERE v.status IN ('LISTED', 'TIGHTENED', 'SUSPENDED', 'DELEGATED', 'MERGED', 'CANCELLED');
COMMENT ON VIEW reporting.power_item_level IS 'Exercise levels (行使层级), one row per state of an item and level. An item exercised at several levels has several.';
COMMENT ON COLUMN reporting.power_item_level.version_id IS 'power_item.version_id, power_item_version.version_id.';
COMMENT ON COLUMN reporting.power_item_level.item_code IS 'The item.';
COMMENT ON COLUMN reporting.power_item_level.level IS 'NATIONAL 国家级, PROVINCIAL 省级, MUNICIPAL 市级, COUNTY 县级, TOWNSHIP 乡级, VILLAGE 村级, GRADED 分级管理.';

CREATE VIEW reporting.citation WITH (security_barrier) AS
SELECT c.version_id, v.code AS item_code, c.ordinal, c.instrument_id, c.level, c.document_number, c.article, c.paragraph, c.item
FROM catalog.citation c JOIN catalog.item_version v ON v.id = c.version_id
WHERE v.status IN ('LISTED', 'TIGHTENED', 'SUSPENDED', 'DELEGATED', 'MERGED', 'CANCELLED');
COMMENT ON VIEW reporting.citation IS 'Clauses that items rest on (实施依据), one row per state of an item and clause.';
COMMENT ON COLUMN reporting.citation.version_id IS 'power_item.version_id, power_item_version.version_id.';
COMMENT ON COLUMN reporting.citation.item_code IS 'The item.';
COMMENT ON COLUMN reporting.citation.ordinal IS 'Place in the list''s own order.';
COMMENT ON COLUMN reporting.citation.instrument_id IS 'legal_instrument.instrument_id.';
COMMENT ON COLUMN reporting.citation.level IS 'Rank the list gives the instrument here (【法律】…); null when it gives none.';
COMMENT ON COLUMN reporting.citation.document_number IS 'Document number as the list cites it here.';
COMMENT ON COLUMN reporting.citation.article IS 'Article (条).';
COMMENT ON COLUMN reporting.citation.paragraph IS 'Paragraph (款).';
COMMENT ON COLUMN reporting.citation.item IS 'Item of the paragraph (项).';

CREATE VIEW reporting.legal_instrument AS
SELECT id AS instrument_id, title, document_number, level, effective_on, repealed_on FROM catalog.legal_instrument;
COMMENT ON VIEW reporting.legal_instrument IS 'Laws, regulations, rules and documents (法律法规规章), one row however many items rest on it.';
COMMENT ON COLUMN reporting.legal_instrument.instrument_id IS 'Id of the instrument.';
COMMENT ON COLUMN reporting.legal_instrument.title IS 'Title.';
COMMENT ON COLUMN reporting.legal_instrument.document_number IS 'Document number (文号), where known.';
COMMENT ON COLUMN reporting.legal_instrument.level IS 'LAW 法律, ADMINISTRATIVE_REGULATION 行政法规, STATE_COUNCIL_DECISION 国务院决定, LOCAL_REGULATION 地方性法规, DEPARTMENT_RULE 部门规章, LOCAL_GOVERNMENT_RULE 地方政府规章, NORMATIVE_DOCUMENT 规范性文件; null when unknown.';
COMMENT ON COLUMN reporting.legal_instrument.effective_on IS 'First day in force, where known.';
COMMENT ON COLUMN reporting.legal_instrument.repealed_on IS 'First day no longer in force, where known.';

CREATE VIEW reporting.edition AS
SELECT id AS edition_id, region_code, number, published_on, origin, document_title, document_number, document_date, cycle_id, total AS items
FROM catalog.edition;
COMMENT ON VIEW reporting.edition IS 'Published states of a list (公布版本).';
COMMENT ON COLUMN reporting.edition.edition_id IS 'Id of the edition: region and number.';
COMMENT ON COLUMN reporting.edition.region_code IS 'Region whose list it is.';
COMMENT ON COLUMN reporting.edition.number IS 'From 1 within the region.';
COMMENT ON COLUMN reporting.edition.published_on IS 'Day of publication.';
COMMENT ON COLUMN reporting.edition.origin IS 'IMPORTED from published files, or PUBLISHED by a decision here.';
COMMENT ON COLUMN reporting.edition.document_title IS 'Decision document of a PUBLISHED edition: title.';
COMMENT ON COLUMN reporting.edition.document_number IS 'Its number.';
COMMENT ON COLUMN reporting.edition.document_date IS 'Its date.';
COMMENT ON COLUMN reporting.edition.cycle_id IS 'Review cycle that led to it, if one did.';
COMMENT ON COLUMN reporting.edition.items IS 'Items on the list on its day.';

CREATE VIEW reporting.edition_category AS
SELECT e.id AS edition_id, c.key AS category, c.value::int AS items
FROM catalog.edition e CROSS JOIN LATERAL jsonb_each_text(e.counts) c;
COMMENT ON VIEW reporting.edition_category IS 'Items of an edition by category; categories without items have no row.';
COMMENT ON COLUMN reporting.edition_category.edition_id IS 'The edition.';
COMMENT ON COLUMN reporting.edition_category.category IS 'Category (权力类型).';
COMMENT ON COLUMN reporting.edition_category.items IS 'Items on the list on the edition''s day.';

CREATE VIEW reporting.adjustment AS
SELECT id AS adjustment_id, region_code, kind, effective_on, decided_at, (decided_at AT TIME ZONE 'Asia/Shanghai')::date AS decided_on,
  document_title, document_number, document_date
FROM catalog.adjustment;
COMMENT ON VIEW reporting.adjustment IS 'Decisions that changed a list (动态调整, P14) or added to it by exception (P6). Grounds and opinions are in the API alone.';
COMMENT ON COLUMN reporting.adjustment.adjustment_id IS 'Id of the adjustment.';
COMMENT ON COLUMN reporting.adjustment.region_code IS 'Region whose list it changed.';
COMMENT ON COLUMN reporting.adjustment.kind IS 'CANCEL 取消, DELEGATE 下放, MERGE 合并, SPLIT 拆分, TIGHTEN 严管, SUSPEND 暂停, RESUME 恢复, AMEND 修改, ADD 新增, TAKE_OVER 承接.';
COMMENT ON COLUMN reporting.adjustment.effective_on IS 'First day it takes effect.';
COMMENT ON COLUMN reporting.adjustment.decided_at IS 'When it was decided.';
COMMENT ON COLUMN reporting.adjustment.decided_on IS 'The same as a day in China.';
COMMENT ON COLUMN reporting.adjustment.document_title IS 'Decision document: title.';
COMMENT ON COLUMN reporting.adjustment.document_number IS 'Its number; null when it has none.';
COMMENT ON COLUMN reporting.adjustment.document_date IS 'Its date.';

CREATE VIEW reporting.adjusted_item AS
SELECT adjustment_id, code AS item_code, part FROM catalog.adjusted_item;
COMMENT ON VIEW reporting.adjusted_item IS 'Items an adjustment is about.';
COMMENT ON COLUMN reporting.adjusted_item.adjustment_id IS 'The adjustment.';
COMMENT ON COLUMN reporting.adjusted_item.item_code IS 'The item.';
COMMENT ON COLUMN reporting.adjusted_item.part IS 'SOURCE it ceases, SUBJECT it is changed, RESULT it is what comes of it.';

CREATE VIEW reporting.item_lineage AS
SELECT from_code, to_code, kind, adjustment_id, effective_on FROM catalog.lineage;
COMMENT ON VIEW reporting.item_lineage IS 'What became of which item: merged, split, authorised to another body, taken over.';
COMMENT ON COLUMN reporting.item_lineage.from_code IS 'Item it comes of.';
COMMENT ON COLUMN reporting.item_lineage.to_code IS 'Item that comes of it.';
COMMENT ON COLUMN reporting.item_lineage.kind IS 'How; LineageKind of the API.';
COMMENT ON COLUMN reporting.item_lineage.adjustment_id IS 'Adjustment that did it.';
COMMENT ON COLUMN reporting.item_lineage.effective_on IS 'First day.';

CREATE VIEW reporting.delegation AS
SELECT adjustment_id, code AS item_code, form, to_agency_code, to_body_name, decided_for, handed_over_on, result_code FROM catalog.delegation;
COMMENT ON VIEW reporting.delegation IS 'Delegations (下放). The releasing body acts until the handover is confirmed.';
COMMENT ON COLUMN reporting.delegation.adjustment_id IS 'Adjustment that decided it.';
COMMENT ON COLUMN reporting.delegation.item_code IS 'Item delegated.';
COMMENT ON COLUMN reporting.delegation.form IS 'ENTRUST 委托 or AUTHORISE 授权.';
COMMENT ON COLUMN reporting.delegation.to_agency_code IS 'Receiving body.';
COMMENT ON COLUMN reporting.delegation.to_body_name IS 'Its name as decided.';
COMMENT ON COLUMN reporting.delegation.decided_for IS 'First day the handover may be.';
COMMENT ON COLUMN reporting.delegation.handed_over_on IS 'Day of the handover; null while it is pending.';
COMMENT ON COLUMN reporting.delegation.result_code IS 'The receiving body''s own item, where it was authorised.';

CREATE VIEW reporting.review_cycle AS
SELECT c.id AS cycle_id, c.region_code, c.title, c.pilot, c.scheme_code, c.stage, c.opened_on, c.closed_on,
  (SELECT count(*)::int FROM jsonb_object_keys(c.state->'departments')) AS departments, (c.state->>'sentBack')::int AS sent_back,
  (SELECT count(*)::int FROM jsonb_object_keys(c.state->'signatures')) AS joint_signatures, c.state->'published'->>'editionId' AS edition_id
FROM catalog.review_cycle c;
COMMENT ON VIEW reporting.review_cycle IS 'Runs of three reports and three reviews (三报三审) and how far they are. Opinions and drafts are not shown, who is late is told by the API (ReviewCycle.lateDepartments).';
COMMENT ON COLUMN reporting.review_cycle.cycle_id IS 'Id of the cycle, e.g. 140100-R1.';
COMMENT ON COLUMN reporting.review_cycle.region_code IS 'Region whose list it leads to.';
COMMENT ON COLUMN reporting.review_cycle.title IS 'Title.';
COMMENT ON COLUMN reporting.review_cycle.pilot IS 'Whether it is a pilot of the plan (试点).';
COMMENT ON COLUMN reporting.review_cycle.scheme_code IS 'Category scheme it reports by.';
COMMENT ON COLUMN reporting.review_cycle.stage IS 'REPORT_1, REVIEW_1, REPORT_2, JOINT_REVIEW, REPORT_3, FINAL_REVIEW, ARGUMENTATION, LEGALITY_REVIEW, GOVERNMENT_DECISION, PUBLICATION, PUBLISHED.';
COMMENT ON COLUMN reporting.review_cycle.opened_on IS 'Day it was opened.';
COMMENT ON COLUMN reporting.review_cycle.closed_on IS 'Day it was closed; null while it runs.';
COMMENT ON COLUMN reporting.review_cycle.departments IS 'Departments that must report (P11).';
COMMENT ON COLUMN reporting.review_cycle.sent_back IS 'How often the list was sent back to final review.';
COMMENT ON COLUMN reporting.review_cycle.joint_signatures IS 'Members who have signed the joint review (P9).';
COMMENT ON COLUMN reporting.review_cycle.edition_id IS 'Edition it led to, once published.';

CREATE VIEW reporting.review_cycle_window AS
SELECT c.id AS cycle_id, w.stage, w."from" AS from_day, w."to" AS to_day
FROM catalog.review_cycle c CROSS JOIN LATERAL jsonb_to_recordset(c.state->'windows') AS w(stage text, "from" date, "to" date);
COMMENT ON VIEW reporting.review_cycle_window IS 'Days within which a stage of a cycle is to be done (P12).';
COMMENT ON COLUMN reporting.review_cycle_window.cycle_id IS 'The cycle.';
COMMENT ON COLUMN reporting.review_cycle_window.stage IS 'The stage.';
COMMENT ON COLUMN reporting.review_cycle_window.from_day IS 'First day; null where only the last is laid down.';
COMMENT ON COLUMN reporting.review_cycle_window.to_day IS 'Last day.';

CREATE VIEW reporting.review_cycle_department AS
SELECT c.id AS cycle_id, c.region_code, d.key AS agency_code, r.round_1_at, r.round_2_at, r.round_3_at,
  COALESCE(i.under_review, 0) AS items_under_review, COALESCE(i.withdrawn, 0) AS items_withdrawn,
  COALESCE(o.given, 0) AS opinions, COALESCE(o.unanswered, 0) AS opinions_unanswered
FROM catalog.review_cycle c CROSS JOIN LATERAL jsonb_each(c.state->'departments') d
LEFT JOIN LATERAL (
  SELECT max(submitted_at) FILTER (WHERE round = 1) AS round_1_at, max(submitted_at) FILTER (WHERE round = 2) AS round_2_at,
    max(submitted_at) FILTER (WHERE round = 3) AS round_3_at
  FROM catalog.agency_return WHERE cycle_id = c.id AND agency_code = d.key) r ON true
LEFT JOIN LATERAL (
  SELECT count(*) FILTER (WHERE status = 'UNDER_REVIEW')::int AS under_review, count(*) FILTER (WHERE status = 'WITHDRAWN')::int AS withdrawn
  FROM catalog.draft_item WHERE cycle_id = c.id AND agency_code = d.key) i ON true
LEFT JOIN LATERAL (
  SELECT count(*)::int AS given, count(*) FILTER (WHERE verdict <> 'ACCEPT' AND answered_at IS NULL)::int AS unanswered
  FROM catalog.opinion WHERE cycle_id = c.id AND agency_code = d.key) o ON true;
COMMENT ON VIEW reporting.review_cycle_department IS 'Where each department stands in a review cycle, counted.';
COMMENT ON COLUMN reporting.review_cycle_department.cycle_id IS 'The cycle.';
COMMENT ON COLUMN reporting.review_cycle_department.region_code IS 'Its region.';
COMMENT ON COLUMN reporting.review_cycle_department.agency_code IS 'The department.';
COMMENT ON COLUMN reporting.review_cycle_department.round_1_at IS 'When its first return (报送) was submitted; null while it is not.';
COMMENT ON COLUMN reporting.review_cycle_department.round_2_at IS 'When its second return was submitted.';
COMMENT ON COLUMN reporting.review_cycle_department.round_3_at IS 'When its third return was submitted.';
COMMENT ON COLUMN reporting.review_cycle_department.items_under_review IS 'Items it reported that are under review.';
COMMENT ON COLUMN reporting.review_cycle_department.items_withdrawn IS 'Items it reported that are not to be published.';
COMMENT ON COLUMN reporting.review_cycle_department.opinions IS 'Opinions (审核意见) given on its items and returns.';
COMMENT ON COLUMN reporting.review_cycle_department.opinions_unanswered IS 'Those of them it has still to answer.';

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'hub_reporting') THEN
    GRANT USAGE ON SCHEMA reporting TO hub_reporting;
    GRANT SELECT ON
      reporting.power_list, reporting.scheme_category, reporting.power_item_version, reporting.power_item, reporting.power_item_level,
      reporting.citation, reporting.legal_instrument, reporting.edition, reporting.edition_category, reporting.adjustment,
      reporting.adjusted_item, reporting.item_lineage, reporting.delegation, reporting.review_cycle, reporting.review_cycle_window,
      reporting.review_cycle_department
    TO hub_reporting;
  END IF;
END $$;
