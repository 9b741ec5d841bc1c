import { z } from "zod";
import { Id, Title } from "../contract";

const GiB = 1024 ** 3;
/** One PUT takes at most 5 GiB on S3 and everywhere. */
export const MAX_DIRECT_BYTES = 5 * GiB;
export const MAX_TUS_BYTES = 50 * GiB;
export const DIRECT_TTL_SECONDS = 900;
export const TUS_TTL_SECONDS = 86_400;

/** Media types that can hold something to transcode. */
export const UploadContentType = z
  .string()
  .max(200)
  .transform((type) => type.split(";")[0]!.trim().toLowerCase())
  .refine(
    (type) => /^(video|audio)\/[\w.+-]+$|^application\/(octet-stream|mxf)$/.test(type),
    "must be a video or audio type",
  );

const fields = {
  filename: z.string().trim().min(1).max(255),
  title: Title.optional(),
  contentType: UploadContentType.optional(),
  channelId: Id.optional(),
};

export const InitDirectUpload = z.strictObject({ ...fields, sizeBytes: z.int().min(1).max(MAX_DIRECT_BYTES) });
export type InitDirectUpload = z.infer<typeof InitDirectUpload>;
export const InitTusUpload = z.strictObject({ ...fields, sizeBytes: z.int().min(1).max(MAX_TUS_BYTES) });
export type InitTusUpload = z.infer<typeof InitTusUpload>;

export const DirectUploadStarted = z.object({
  contentItemId: Id,
  objectKey: z.string(),
  uploadUrl: z.string(),
  expiresInSeconds: z.int(),
});
export const TusUploadStarted = z.object({ contentItemId: Id, uploadUrl: z.string(), expiresInSeconds: z.int() });

export const CompleteUpload = z.strictObject({ contentItemId: Id });
export const UploadCompleted = z.object({ contentItemId: Id, status: z.string() });
