-- AlterTable
ALTER TABLE "organisation"."listed_item" DROP CONSTRAINT "listed_item_pkey",
ALTER COLUMN "valid_from" SET NOT NULL,
ADD CONSTRAINT "listed_item_pkey" PRIMARY KEY ("code", "valid_from");

-- Earlier states were not kept: the catalog's journal is replayed from zero.
DELETE FROM "organisation"."listed_item";
UPDATE "organisation"."follower_cursor" SET seq = 0, hash = repeat('0', 64) WHERE source = 'catalog';
