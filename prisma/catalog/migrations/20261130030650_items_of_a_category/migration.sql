-- CreateIndex
CREATE INDEX "item_version_category_code_idx" ON "catalog"."item_version"("category", "code");

-- What is cancelled, merged or suspended is a small part of a list, and looked for by itself.
CREATE INDEX "item_version_apart_idx" ON "catalog"."item_version"("status", "code") WHERE "status" <> 'LISTED';

-- What a search reads of every candidate stays in its row; the long texts beside it are kept apart first.
ALTER TABLE "catalog"."item_version" ALTER COLUMN "grams" SET STORAGE MAIN, ALTER COLUMN "search_text" SET STORAGE MAIN;
