import type { AuditEntry } from "@/core/audit/contract";

const SUBJECTS: Record<string, string> = {
  account: "account",
  api_key: "API key",
  channel: "channel",
  content: "item",
  content_group: "group",
  schedule: "guide of",
  schedule_template: "week",
  webhook: "webhook",
};

/** Where verb and noun alone would not read well. */
const SPECIAL: Partial<Record<AuditEntry["action"], string>> = {
  "account.registered": "Made the account",
  "account.closed": "Closed the account",
  "account.profile_changed": "Changed the profile of",
  "account.password_changed": "Changed the password of",
  "account.session_revoked": "Signed out",
  "account.tv_linked": "Signed in the TV",
  "account.tv_revoked": "Signed out the TV",
  "account.moderator_named": "Made a moderator of",
  "account.moderator_dismissed": "Took the role of a moderator from",
  "channel.logo_deleted": "Removed the logo of",
  "content.caption_deleted": "Removed captions",
  "schedule.blocks_removed": "Removed blocks of",
  "webhook.secret_rotated": "Gave a new secret to",
};

/** An entry of the log as the beginning of a sentence that its target ends: "Deleted the channel". */
export function actionWords(action: AuditEntry["action"]): string {
  const special = SPECIAL[action];
  if (special) return special;
  const [subject = "", verb = ""] = action.split(".");
  const done = verb.replaceAll("_", " ");
  return `${done.charAt(0).toUpperCase()}${done.slice(1)} the ${SUBJECTS[subject] ?? subject.replaceAll("_", " ")}`;
}

/** Who did it: "with the key Night uploader". */
export function actorWords({ method, apiKey }: AuditEntry["actor"]): string {
  if (method === "api_key") return apiKey ? `with the key ${apiKey.name}` : "with a key";
  if (method === "tv") return "on a TV";
  if (method === "moderator") return "by a moderator";
  return method === "operator" ? "by the operator" : "in the Studio";
}
