-- CreateTable
CREATE TABLE "organisation"."journal_checkpoint" (
    "tree_size" BIGINT NOT NULL,
    "root" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "signature" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,

    CONSTRAINT "journal_checkpoint_pkey" PRIMARY KEY ("tree_size")
);

-- CreateTable
CREATE TABLE "organisation"."journal_tree" (
    "level" INTEGER NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "journal_tree_pkey" PRIMARY KEY ("level","position")
);
-- What was signed stays as it was signed.
CREATE TRIGGER journal_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "organisation".journal_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION "organisation".journal_is_append_only();
CREATE TRIGGER journal_tree_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "organisation".journal_tree
  FOR EACH STATEMENT EXECUTE FUNCTION "organisation".journal_is_append_only();
