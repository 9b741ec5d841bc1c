import { existsSync } from "node:fs";

const SETPRIV = ["/usr/bin/setpriv", "/bin/setpriv"].find((file) => existsSync(file));

/**
 * A command that the kernel sends `signal` when the process that spawned it is gone, even by kill -9. `setpriv` becomes
 * the command (same pid). Systems without it start the command plainly: there the next start stops what was left.
 */
export function tied(signal, command, args, options = []) {
  if (!SETPRIV) return [command, args];
  return [SETPRIV, ["--pdeathsig", signal.replace(/^SIG/, ""), ...options, "--", command, ...args]];
}
