import { z } from "zod";
import { Id, listOf, stablePage, stablePageQuery } from "../contract";

/** What is written down: whatever opens, closes or removes something that cannot be brought back by the next click. */
export const AUDIT_ACTIONS = [
  "account.registered",
  "account.closed",
  "account.profile_changed",
  "account.password_changed",
  "account.session_revoked",
  "account.tv_linked",
  "account.tv_revoked",
  "account.moderator_named",
  "account.moderator_dismissed",
  "api_key.created",
  "api_key.expired",
  "api_key.revoked",
  "channel.published",
  "channel.unpublished",
  "channel.deleted",
  "channel.logo_deleted",
  "content.deleted",
  "content.approved",
  "content.blocked",
  "content.caption_deleted",
  "content_group.deleted",
  "schedule.blocks_removed",
  "schedule_template.deleted",
  "webhook.created",
  "webhook.changed",
  "webhook.secret_rotated",
  "webhook.deleted",
] as const;

export const AuditAction = z.enum(AUDIT_ACTIONS);
export type AuditAction = z.infer<typeof AuditAction>;

export const AUDIT_TARGETS = [
  "account",
  "session",
  "api_key",
  "channel",
  "content",
  "caption",
  "content_group",
  "schedule_template",
  "webhook",
] as const;

export const AuditTarget = z.object({
  kind: z.enum(AUDIT_TARGETS),
  id: z.string(),
  /** As it was called then. */
  name: z.string(),
});
export type AuditTarget = z.infer<typeof AuditTarget>;

export const AuditEntry = z.object({
  id: Id,
  at: z.string(),
  action: AuditAction,
  target: AuditTarget,
  actor: z.object({
    /** `operator`: by the command line of the installation. `moderator`: by one of its moderators. */
    method: z.enum(["session", "tv", "api_key", "operator", "moderator"]),
    apiKey: z.object({ id: Id, name: z.string(), keyPrefix: z.string() }).nullable(),
  }),
  requestId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditList = listOf(AuditEntry).extend(stablePage);
export type AuditList = z.infer<typeof AuditList>;

export const ListAuditQuery = z.object({ action: AuditAction.optional(), ...stablePageQuery });
export type ListAuditQuery = z.infer<typeof ListAuditQuery>;
