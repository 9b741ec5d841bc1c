import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import type { Env } from "../env";

/** How this product speaks to an S3-compatible service. */
export function s3Settings(settings: Env): S3ClientConfig {
  return {
    endpoint: settings.S3_ENDPOINT,
    region: settings.S3_REGION,
    forcePathStyle: settings.S3_FORCE_PATH_STYLE,
    credentials: {
      accessKeyId: settings.S3_ACCESS_KEY_ID ?? "",
      secretAccessKey: settings.S3_SECRET_ACCESS_KEY ?? "",
    },
    // Services other than AWS refuse the checksums that the SDK adds by default.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000, throwOnRequestTimeout: true },
  };
}

export function createS3Client(settings: Env): S3Client {
  return new S3Client(s3Settings(settings));
}
