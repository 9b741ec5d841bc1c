import path from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../prepare/artifacts";

/** The API description as this server answers it, read from the routes' own file while no server runs. */
export async function readDocument(origin: string) {
  const file = path.join(ROOT, "app/v1/openapi.json/document.ts");
  const { apiDocument } = await import(pathToFileURL(file).href);
  return apiDocument(origin);
}
