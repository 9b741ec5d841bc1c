-- AlterTable
ALTER TABLE "channel"
  ADD COLUMN "autofilled_until" TIMESTAMPTZ(3),
  ADD COLUMN "loop_order" UUID[] DEFAULT ARRAY[]::UUID[];
