-- CreateEnum
CREATE TYPE "device_grant_status" AS ENUM ('pending', 'approved', 'denied', 'exchanged');

-- CreateEnum
CREATE TYPE "session_token_kind" AS ENUM ('access', 'refresh');

-- AlterTable
ALTER TABLE "user" ADD COLUMN "email_verified_at" TIMESTAMPTZ(3);

-- Accounts without a password were made by a provider that vouched for the address.
UPDATE "user" SET "email_verified_at" = "created_at" WHERE "password_hash" IS NULL;

-- CreateTable
CREATE TABLE "device_grant" (
    "id" UUID NOT NULL,
    "device_code_hash" TEXT NOT NULL,
    "user_code" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "status" "device_grant_status" NOT NULL DEFAULT 'pending',
    "user_id" UUID,
    "interval_seconds" INTEGER NOT NULL DEFAULT 5,
    "last_polled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "device_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_token" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "kind" "session_token_kind" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "device_grant_device_code_hash_key" ON "device_grant"("device_code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "device_grant_user_code_key" ON "device_grant"("user_code");

-- CreateIndex
CREATE INDEX "device_grant_expires_at_idx" ON "device_grant"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_token_hash_key" ON "session_token"("token_hash");

-- CreateIndex
CREATE INDEX "session_token_session_id_idx" ON "session_token"("session_id");

-- CreateIndex
CREATE INDEX "session_token_expires_at_idx" ON "session_token"("expires_at");

-- AddForeignKey
ALTER TABLE "device_grant" ADD CONSTRAINT "device_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_token" ADD CONSTRAINT "session_token_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
