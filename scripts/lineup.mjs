#!/usr/bin/env node
/** What `lineup` is once the repository is linked (`npm link`): the launcher, from wherever the user stands. */
process.env.INIT_CWD = process.cwd();
process.argv.splice(2, 0, "lineup");
await import("./launch.mjs");
