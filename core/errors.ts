/**
 * The closed list of things that can go wrong, as callers of the API see them. A code is stable for
 * ever; its message may be reworded.
 */
export type ErrorCode =
  | "request.malformed"
  | "request.missing_parameter"
  | "request.method_not_allowed"
  | "request.too_large"
  | "request.unsupported_media_type"
  | "request.invalid"
  | "auth.unauthenticated"
  | "auth.insufficient_scope"
  | "auth.csrf"
  | "auth.email_taken"
  | "auth.signup_closed"
  | "auth.browser_required"
  | "auth.tv_required"
  | "auth.moderator_required"
  | "auth.password_wrong"
  | "auth.password_missing"
  | "account.channels_published"
  | "authorization_pending"
  | "slow_down"
  | "expired_token"
  | "access_denied"
  | "invalid_grant"
  | "unsupported_grant_type"
  | "api_key.session_required"
  | "resource.not_found"
  | "idempotency.in_progress"
  | "idempotency.mismatch"
  | "oembed.format_unsupported"
  | "rate_limit.exceeded"
  | "upload.not_received"
  | "upload.size_mismatch"
  | "upload.already_complete"
  | "upload.signature_invalid"
  | "upload.expired"
  | "upload.offset_conflict"
  | "upload.locked"
  | "upload.version_unsupported"
  | "content.not_failed"
  | "content.changed"
  | "content.scheduled"
  | "content.no_frames"
  | "content.decided"
  | "content.not_blocked"
  | "content_group.name_taken"
  | "content_group.dynamic"
  | "channel.published"
  | "schedule.overlap"
  | "schedule.locked"
  | "schedule.content_not_ready"
  | "schedule.content_not_schedulable"
  | "schedule.too_long"
  | "schedule.changed"
  | "url.refused"
  | "job.not_failed"
  | "job.over"
  | "webhook.disabled"
  | "webhook.too_many"
  | "storage.full"
  | "server.error"
  | "server.unavailable";

/** One field of a request that failed validation. */
export interface Issue {
  path: string[];
  code: string;
  message: string;
}

/**
 * The one error class of the product. Anything else that is thrown is a defect or an outage and is
 * answered as `server.error` or `server.unavailable`.
 */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
  }
}

/** 404 for what does not exist and for what belongs to somebody else, so that the two look alike. */
export function notFound(what: string): AppError {
  return new AppError("resource.not_found", `${what} was not found.`);
}
