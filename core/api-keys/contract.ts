import { z } from "zod";
import { Id, Text } from "../contract";
import { Scope } from "./scopes";

export const ApiKeyKind = z.enum(["creator", "import"]);

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  /** First 16 characters of the token: enough to recognise it, safe to show. */
  keyPrefix: z.string(),
  scopes: z.array(Scope),
  kind: ApiKeyKind,
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  createdAt: z.string(),
  isExpired: z.boolean(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const ApiKeyList = z.object({ keys: z.array(ApiKey) });
export type ApiKeyList = z.infer<typeof ApiKeyList>;

export const CreateApiKey = z
  .strictObject({
    name: Text.trim().min(1).max(100),
    kind: ApiKeyKind.default("creator"),
    scopes: z.array(Scope).max(20).optional(),
    expiresInDays: z.int().min(1).max(3650).optional(),
  })
  .superRefine((key, context) => {
    const given = key.scopes?.length ?? 0;
    if (key.kind === "creator" && given === 0)
      context.addIssue({ code: "custom", path: ["scopes"], message: "at least one scope is required" });
    if (key.kind === "import" && given > 0)
      context.addIssue({ code: "custom", path: ["scopes"], message: "an import key takes no scopes" });
  });
export type CreateApiKey = z.infer<typeof CreateApiKey>;

export const CreatedApiKey = z.object({ key: ApiKey.extend({ token: z.string() }) });
export type CreatedApiKey = z.infer<typeof CreatedApiKey>;
/** What a repeat of the request is answered: the token is shown once only. */
export const RepeatedApiKey = z.object({ key: ApiKey, tokenShown: z.literal(true) });
