-- CreateEnum
CREATE TYPE "content_source" AS ENUM ('upload', 'url', 'external', 'none');

-- CreateEnum
CREATE TYPE "content_group_kind" AS ENUM ('static', 'dynamic');

-- AlterTable
ALTER TABLE "content_item"
  ADD COLUMN "ingest_id" TEXT,
  ADD COLUMN "series_id" UUID,
  ADD COLUMN "season_number" INTEGER,
  ADD COLUMN "episode_number" INTEGER,
  ADD COLUMN "source_kind" "content_source" NOT NULL DEFAULT 'upload',
  ADD COLUMN "source_url" TEXT,
  ADD COLUMN "external" JSONB,
  ADD COLUMN "artwork" JSONB,
  ADD COLUMN "break_points_ms" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "encoding" ADD COLUMN "external" JSONB;

-- AlterTable
ALTER TABLE "channel"
  ADD COLUMN "guide_filler_seconds" INTEGER NOT NULL DEFAULT 600,
  ADD COLUMN "catch_up_hours" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "block" ADD COLUMN "offset_ms" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "airing" ADD COLUMN "caption_id" UUID;

-- AlterTable
ALTER TABLE "job"
  ADD COLUMN "content_item_id" UUID,
  ADD COLUMN "batch_id" UUID,
  ADD COLUMN "progress" JSONB,
  ADD COLUMN "warnings" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "attempt" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "heartbeat_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "content_group" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "display_title" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "kind" "content_group_kind" NOT NULL,
    "rules" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "content_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_group_item" (
    "group_id" UUID NOT NULL,
    "content_item_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "content_group_item_pkey" PRIMARY KEY ("group_id","content_item_id")
);

-- CreateTable
CREATE TABLE "schedule_template" (
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "entries" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "schedule_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "content_item_owner_id_ingest_id_key" ON "content_item"("owner_id", "ingest_id");

-- CreateIndex
CREATE INDEX "content_item_series_id_season_number_episode_number_idx" ON "content_item"("series_id", "season_number", "episode_number");

-- CreateIndex
CREATE INDEX "content_group_owner_id_created_at_idx" ON "content_group"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "content_group_item_content_item_id_idx" ON "content_group_item"("content_item_id");

-- CreateIndex
CREATE INDEX "schedule_template_channel_id_created_at_idx" ON "schedule_template"("channel_id", "created_at");

-- CreateIndex
CREATE INDEX "job_content_item_id_idx" ON "job"("content_item_id");

-- AddForeignKey
ALTER TABLE "content_item" ADD CONSTRAINT "content_item_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "content_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_group" ADD CONSTRAINT "content_group_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_group_item" ADD CONSTRAINT "content_group_item_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "content_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_group_item" ADD CONSTRAINT "content_group_item_content_item_id_fkey" FOREIGN KEY ("content_item_id") REFERENCES "content_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_template" ADD CONSTRAINT "schedule_template_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Group names are found without regard to case.
CREATE UNIQUE INDEX "content_group_name" ON "content_group"("owner_id", lower("name"));
