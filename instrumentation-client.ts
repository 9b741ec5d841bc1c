/**
 * Runs in the browser before any page does. zod would try whether it may evaluate code, which the pages' policy forbids
 * and reports; told not to, it does not try. Its settings lie where every copy of it looks, so that this loads none.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
