import { z } from "zod";
import { TimeZone } from "../channels/contract";
import { Id, Title } from "../contract";
import { Email, Password } from "./contract";
import { Clock, Theme } from "./preferences";

/** A password as it is asked for, whatever the rules were when it was chosen. */
export const GivenPassword = z.string().min(1).max(256);

export const UpdateMe = z
  .strictObject({
    name: Title,
    email: Email,
    /** Needed to change the e-mail address. */
    currentPassword: GivenPassword,
    timezone: TimeZone,
    theme: Theme,
    clock: Clock,
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, "at least one field must be given");
export type UpdateMe = z.infer<typeof UpdateMe>;

export const ChangePassword = z.strictObject({
  /** Not for an account that has none yet. */
  currentPassword: GivenPassword.optional(),
  newPassword: Password,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

export const CloseAccount = z.strictObject({
  /** The account's address, typed once more. */
  email: Email,
  /** Not for an account that has none. */
  password: GivenPassword.optional(),
  /** Takes published channels off the air first, instead of refusing. */
  unpublish: z.boolean().default(false),
});
export type CloseAccount = z.infer<typeof CloseAccount>;

/** Somebody signed in somewhere. */
export const Session = z.object({
  id: Id,
  kind: z.enum(["browser", "tv"]),
  /** "Firefox on Linux", or what a TV calls itself. */
  device: z.string(),
  createdAt: z.string(),
  /** To the minute. */
  lastSeenAt: z.string(),
  /** The session that asks. */
  isCurrent: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const SessionList = z.object({ sessions: z.array(Session) });
export type SessionList = z.infer<typeof SessionList>;
