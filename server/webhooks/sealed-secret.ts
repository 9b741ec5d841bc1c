import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "../env";

const CIPHER = "aes-256-gcm";
const PREFIX = "whsec_";
/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32;

/** A new signing secret, as Standard Webhooks spells it. */
export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64");
}

/** The key bytes that a secret spells. */
export function keyOfSecret(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), "base64");
}

/**
 * A secret as it lies in the database: whoever reads only that cannot sign. It is bound to its endpoint, so that it
 * cannot be moved to another row.
 */
export function sealSecret(secret: string, endpointId: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, sealingKey(), iv).setAAD(Buffer.from(endpointId));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return ["v1", iv, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".");
}

/** @throws Error when the server's secret is another than the one that sealed, or somebody changed the row */
export function unsealSecret(text: string, endpointId: string): string {
  const [version, iv, tag, sealed] = text.split(".");
  if (version !== "v1" || !iv || !tag || !sealed) throw new Error("the sealed secret has another form");
  const opener = createDecipheriv(CIPHER, sealingKey(), Buffer.from(iv, "base64url"))
    .setAAD(Buffer.from(endpointId))
    .setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([opener.update(Buffer.from(sealed, "base64url")), opener.final()]).toString("utf8");
}

/** Derived, so that the server's secret itself encrypts nothing and each use has a key of its own (RFC 5869). */
function sealingKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "lineup webhook secrets v1", 32));
}
