CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "api_key_kind" AS ENUM ('creator', 'import');

-- CreateEnum
CREATE TYPE "content_type" AS ENUM ('movie', 'episode', 'series', 'season', 'channel', 'event', 'news', 'podcast', 'short');

-- CreateEnum
CREATE TYPE "content_status" AS ENUM ('uploading', 'pending_transcode', 'transcoding', 'pending_moderation', 'ready', 'failed', 'blocked', 'deleted');

-- CreateEnum
CREATE TYPE "upload_protocol" AS ENUM ('direct', 'tus');

-- CreateEnum
CREATE TYPE "channel_kind" AS ENUM ('linear', 'loop');

-- CreateEnum
CREATE TYPE "channel_status" AS ENUM ('draft', 'published');

-- CreateEnum
CREATE TYPE "block_kind" AS ENUM ('content', 'filler', 'ad_break');

-- CreateEnum
CREATE TYPE "airing_kind" AS ENUM ('content', 'filler', 'slate');

-- CreateEnum
CREATE TYPE "job_status" AS ENUM ('queued', 'running', 'done', 'failed');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "timezone" TEXT NOT NULL DEFAULT 'UTC',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "api_key_kind" NOT NULL DEFAULT 'creator',
    "token_hash" TEXT NOT NULL,
    "key_prefix" TEXT NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_item" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "channel_id" UUID,
    "title" TEXT COLLATE "und-x-icu" NOT NULL,
    "search_title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "type" "content_type" NOT NULL DEFAULT 'movie',
    "status" "content_status" NOT NULL DEFAULT 'uploading',
    "error_code" TEXT,
    "error_message" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "genres" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "production_year" INTEGER,
    "language" TEXT,
    "age_ratings" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "rights_from" TIMESTAMPTZ(3),
    "rights_until" TIMESTAMPTZ(3),
    "filename" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "upload_protocol" "upload_protocol",
    "upload_key" TEXT,
    "source_key" TEXT,
    "source" JSONB,
    "duration_ms" INTEGER,
    "encoding_id" UUID,
    "progress_percent" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "progress_speed" DOUBLE PRECISION,
    "progress_seconds_left" INTEGER,
    "transcode_attempt" INTEGER NOT NULL DEFAULT 0,
    "running_encoding_id" UUID,
    "heartbeat_at" TIMESTAMPTZ(3),
    "views" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "content_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "encoding" (
    "id" UUID NOT NULL,
    "content_item_id" UUID NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "video_timescale" INTEGER NOT NULL,
    "video_segment_ticks" INTEGER[],
    "audio_timescale" INTEGER NOT NULL,
    "audio_segment_ticks" INTEGER[],
    "pictures" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "encoding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rendition" (
    "id" UUID NOT NULL,
    "encoding_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "frame_rate" TEXT,
    "average_bitrate" INTEGER NOT NULL,
    "peak_bitrate" INTEGER NOT NULL,
    "codecs" TEXT NOT NULL,
    "segment_bytes" INTEGER[],

    CONSTRAINT "rendition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caption" (
    "id" UUID NOT NULL,
    "content_item_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "caption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "kind" "channel_kind" NOT NULL DEFAULT 'linear',
    "category" TEXT NOT NULL DEFAULT 'other',
    "timezone" TEXT NOT NULL DEFAULT 'UTC',
    "status" "channel_status" NOT NULL DEFAULT 'draft',
    "status_changes_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "logo_key" TEXT,
    "cpm_minor" INTEGER NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "filler" JSONB NOT NULL DEFAULT '{}',
    "autofill" JSONB NOT NULL DEFAULT '{}',
    "schedule_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block" (
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "content_item_id" UUID,
    "kind" "block_kind" NOT NULL DEFAULT 'content',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "airing" (
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "kind" "airing_kind" NOT NULL,
    "content_item_id" UUID,
    "encoding_id" UUID,
    "block_id" UUID,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "first_segment" INTEGER NOT NULL,
    "segment_count" INTEGER NOT NULL,
    "media_sequence" BIGINT NOT NULL,
    "discontinuity_sequence" BIGINT NOT NULL,

    CONSTRAINT "airing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" "job_status" NOT NULL DEFAULT 'queued',
    "progress_percent" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "input" JSONB NOT NULL,
    "result" JSONB,
    "error_code" TEXT,
    "error_message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_token_hash_key" ON "api_key"("token_hash");

-- CreateIndex
CREATE INDEX "api_key_owner_id_created_at_idx" ON "api_key"("owner_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "content_item_encoding_id_key" ON "content_item"("encoding_id");

-- CreateIndex
CREATE INDEX "content_item_owner_id_created_at_idx" ON "content_item"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "content_item_status_heartbeat_at_idx" ON "content_item"("status", "heartbeat_at");

-- CreateIndex
CREATE INDEX "content_item_channel_id_idx" ON "content_item"("channel_id");

-- CreateIndex
CREATE INDEX "encoding_content_item_id_idx" ON "encoding"("content_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "rendition_encoding_id_name_key" ON "rendition"("encoding_id", "name");

-- CreateIndex
CREATE INDEX "caption_content_item_id_idx" ON "caption"("content_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "channel_slug_key" ON "channel"("slug");

-- CreateIndex
CREATE INDEX "channel_owner_id_created_at_idx" ON "channel"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "block_channel_id_starts_at_idx" ON "block"("channel_id", "starts_at");

-- CreateIndex
CREATE INDEX "block_content_item_id_starts_at_idx" ON "block"("content_item_id", "starts_at");

-- CreateIndex
CREATE INDEX "airing_channel_id_ends_at_idx" ON "airing"("channel_id", "ends_at");

-- CreateIndex
CREATE INDEX "airing_encoding_id_ends_at_idx" ON "airing"("encoding_id", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "airing_channel_id_media_sequence_key" ON "airing"("channel_id", "media_sequence");

-- CreateIndex
CREATE INDEX "job_owner_id_created_at_idx" ON "job"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "job_status_updated_at_idx" ON "job"("status", "updated_at");

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_item" ADD CONSTRAINT "content_item_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_item" ADD CONSTRAINT "content_item_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encoding" ADD CONSTRAINT "encoding_content_item_id_fkey" FOREIGN KEY ("content_item_id") REFERENCES "content_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rendition" ADD CONSTRAINT "rendition_encoding_id_fkey" FOREIGN KEY ("encoding_id") REFERENCES "encoding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "caption" ADD CONSTRAINT "caption_content_item_id_fkey" FOREIGN KEY ("content_item_id") REFERENCES "content_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel" ADD CONSTRAINT "channel_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_content_item_id_fkey" FOREIGN KEY ("content_item_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "airing" ADD CONSTRAINT "airing_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Blocks of a channel are half-open and never overlap. Deferrable, so that one UPDATE may shift a whole day.
ALTER TABLE "block" ADD CONSTRAINT "block_ends_after_start" CHECK ("ends_at" > "starts_at");
ALTER TABLE "block" ADD CONSTRAINT "block_no_overlap"
  EXCLUDE USING gist ("channel_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;

-- Substring search by title.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "content_item_search_title_idx" ON "content_item" USING gin ("search_title" gin_trgm_ops);
