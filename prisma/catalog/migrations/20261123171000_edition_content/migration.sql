-- AlterTable
ALTER TABLE "catalog"."edition" ADD COLUMN     "content" BIGINT[] DEFAULT ARRAY[]::BIGINT[];

-- Editions recorded before this hold what was on the list on their day.
WITH listed AS (
  SELECT e.id AS edition_id, v.id, v.code, v.category FROM "catalog"."edition" e
  JOIN "catalog"."item_version" v ON v.region_code = e.region_code AND v.valid_from <= e.published_on
    AND v.valid_to > e.published_on AND v.status IN ('LISTED', 'TIGHTENED', 'SUSPENDED')
), counted AS (
  SELECT c.edition_id, sum(c.count) AS total, jsonb_object_agg(c.category, c.count) AS counts
  FROM (SELECT edition_id, category, count(*) AS count FROM listed GROUP BY edition_id, category) AS c GROUP BY c.edition_id
), filled AS (
  SELECT edition_id, array_agg(id ORDER BY code) AS content FROM listed GROUP BY edition_id
)
UPDATE "catalog"."edition" e SET "content" = f.content, "total" = c.total, "counts" = c.counts
FROM filled f JOIN counted c USING (edition_id) WHERE f.edition_id = e.id;
-- A command may write the versions of an edition before the edition itself; both are there when it commits.
ALTER TABLE "catalog"."item_version" ALTER CONSTRAINT "item_version_edition_id_fkey" DEFERRABLE INITIALLY DEFERRED;
-- What the government decided to publish stays as it was published.
CREATE FUNCTION "catalog".published_edition_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published edition is immutable';
END $$;
CREATE TRIGGER published_edition_immutable BEFORE UPDATE OR DELETE ON "catalog".edition
  FOR EACH ROW WHEN (OLD.origin = 'PUBLISHED') EXECUTE FUNCTION "catalog".published_edition_is_immutable();
