import { z } from "zod";
import * as analytics from "../analytics/contract";
import * as apiKeys from "../api-keys/contract";
import * as scopes from "../api-keys/scopes";
import * as audit from "../audit/contract";
import * as account from "../auth/account-contract";
import * as auth from "../auth/contract";
import * as channels from "../channels/contract";
import * as oembed from "../channels/oembed-contract";
import * as bulk from "../content/bulk-contract";
import * as content from "../content/contract";
import * as external from "../content/external";
import * as groups from "../content/group-contract";
import * as groupRules from "../content/group-rules";
import * as itemTypes from "../content/item-types";
import * as common from "../contract";
import * as devices from "../devices/contract";
import * as front from "../front/contract";
import * as asRun from "../guide/as-run-contract";
import * as guide from "../guide/contract";
import * as airPreview from "../guide/preview-contract";
import * as importApi from "../import/contract";
import * as csv from "../import/csv-contract";
import * as jobInput from "../import/job-input";
import * as jobs from "../import/job-list-contract";
import * as studioImport from "../import/studio-contract";
import * as moderation from "../moderation/contract";
import * as batch from "../schedule/batch-contract";
import * as schedule from "../schedule/contract";
import * as fillRule from "../schedule/fill-rule";
import * as templates from "../schedule/template";
import * as search from "../search/contract";
import * as uploads from "../uploads/contract";
import * as webhooks from "../webhooks/contract";

/** Every module whose exported schemas are components of the API description, under the names of the exports. */
const MODULES: readonly Record<string, unknown>[] = [
  common,
  scopes,
  apiKeys,
  auth,
  uploads,
  itemTypes,
  external,
  content,
  groupRules,
  groups,
  importApi,
  studioImport,
  csv,
  jobInput,
  jobs,
  channels,
  oembed,
  front,
  fillRule,
  schedule,
  templates,
  guide,
  asRun,
  airPreview,
  audit,
  account,
  bulk,
  batch,
  analytics,
  devices,
  webhooks,
  moderation,
  search,
];

/** Shapes worth a name of their own; plain text, numbers and lists are shown where they stand. */
function isNamed(value: unknown): value is z.ZodType {
  return (
    value instanceof z.ZodObject ||
    value instanceof z.ZodEnum ||
    value instanceof z.ZodUnion ||
    value instanceof z.ZodDiscriminatedUnion
  );
}

/**
 * The schemas that the API description names, by name.
 * @throws Error when two modules give one name to different schemas
 */
export function namedSchemas(modules = MODULES): Map<string, z.ZodType> {
  const named = new Map<string, z.ZodType>();
  for (const module of modules)
    for (const [name, value] of Object.entries(module)) {
      if (!isNamed(value) || named.get(name) === value) continue;
      if (named.has(name)) throw new Error(`two contracts export different schemas as ${name}`);
      named.set(name, value);
    }
  return named;
}
