-- AlterTable
ALTER TABLE "user" ADD COLUMN "is_moderator" BOOLEAN NOT NULL DEFAULT false;

-- Whoever set an installation up looks after it.
UPDATE "user" SET "is_moderator" = true
WHERE "id" = (SELECT "id" FROM "user" WHERE "deleted_at" IS NULL ORDER BY "created_at", "id" LIMIT 1);

-- AlterTable
ALTER TABLE "content_item" ADD COLUMN "review_since" TIMESTAMPTZ(3),
ADD COLUMN "blocked_at" TIMESTAMPTZ(3),
ADD COLUMN "approved_source" TEXT;

-- CreateIndex
CREATE INDEX "content_item_status_review_since_idx" ON "content_item"("status", "review_since");

-- CreateTable
CREATE TABLE "moderation_decision" (
    "id" UUID NOT NULL,
    "content_item_id" UUID NOT NULL,
    "moderator_id" UUID,
    "action" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderation_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "removed_block" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "removed_block_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "moderation_decision_content_item_id_at_idx" ON "moderation_decision"("content_item_id", "at");

-- CreateIndex
CREATE INDEX "moderation_decision_at_idx" ON "moderation_decision"("at");

-- CreateIndex
CREATE INDEX "removed_block_decision_id_idx" ON "removed_block"("decision_id");

-- CreateIndex
CREATE INDEX "removed_block_channel_id_starts_at_idx" ON "removed_block"("channel_id", "starts_at");

-- AddForeignKey
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_content_item_id_fkey" FOREIGN KEY ("content_item_id") REFERENCES "content_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removed_block" ADD CONSTRAINT "removed_block_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "moderation_decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removed_block" ADD CONSTRAINT "removed_block_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;
