-- CreateTable
CREATE TABLE "catalog"."journal_checkpoint" (
    "tree_size" BIGINT NOT NULL,
    "root" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "signature" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,

    CONSTRAINT "journal_checkpoint_pkey" PRIMARY KEY ("tree_size")
);

-- CreateTable
CREATE TABLE "catalog"."journal_tree" (
    "level" INTEGER NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "journal_tree_pkey" PRIMARY KEY ("level","position")
);
-- What was signed stays as it was signed.
CREATE TRIGGER journal_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "catalog".journal_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION "catalog".journal_is_append_only();
CREATE TRIGGER journal_tree_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "catalog".journal_tree
  FOR EACH STATEMENT EXECUTE FUNCTION "catalog".journal_is_append_only();
