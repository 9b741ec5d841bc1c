import path from "node:path";

/** The bench copies this app three folders below the clone, whose modules it uses. */
const root = path.resolve(import.meta.dirname, "../../../..");

const config = { poweredByHeader: false, turbopack: { root }, outputFileTracingRoot: root };

export default config;
