-- AlterTable
ALTER TABLE "service_center"."listed_item" DROP CONSTRAINT "listed_item_pkey",
ADD CONSTRAINT "listed_item_pkey" PRIMARY KEY ("code", "valid_from");

-- Earlier states were not kept: the catalog's journal is replayed from zero.
DELETE FROM "service_center"."listed_item";
UPDATE "service_center"."follower_cursor" SET seq = 0, hash = repeat('0', 64) WHERE source = 'catalog';
