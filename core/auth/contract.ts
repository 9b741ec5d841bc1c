import { z } from "zod";
import { Scope } from "../api-keys/scopes";
import { TimeZone } from "../channels/contract";
import { Id, Title } from "../contract";
import { Clock, Theme } from "./preferences";

export const Email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email("must be an e-mail address"))
  .transform((address) => address.toLowerCase());
export const Password = z.string().min(10, "must have at least 10 characters").max(256);

export const Register = z.strictObject({
  email: Email,
  password: Password,
  name: Title,
  /** Of the clock on the wall; UTC where it is absent. */
  timezone: TimeZone.optional(),
});
export type Register = z.infer<typeof Register>;

export const User = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  timezone: z.string(),
  theme: Theme,
  clock: Clock,
  /** False for an account that signs in by another service only. */
  hasPassword: z.boolean(),
  /** Decides about everybody's content. */
  isModerator: z.boolean(),
  createdAt: z.string(),
});
export type User = z.infer<typeof User>;

export const Me = z.object({
  user: User,
  auth: z.object({ method: z.enum(["session", "tv", "api_key"]), scopes: z.array(Scope).optional() }),
});
export type Me = z.infer<typeof Me>;

export const Registered = z.object({ user: User });
export type Registered = z.infer<typeof Registered>;
