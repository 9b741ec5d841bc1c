import { readFileSync } from "node:fs";

/** Bits of capabilities(7), and setpriv's names for them, in the order in which we prefer them. */
const WALK_THROUGH_FOLDERS = [
  { bit: 2n, name: "dac_read_search" },
  { bit: 1n, name: "dac_override" },
];

/**
 * Options for setpriv that turn root into `nobody`, because PostgreSQL refuses to run as root; none for other users.
 * Folders such as /root let only root in, so one capability stays: to read where others may not, and where a container
 * withholds that one, to override. Without the securebit, access(2), by which PostgreSQL looks for its own programs,
 * would leave the capability out (capabilities(7), "Effect of user ID changes").
 */
export function runAsNobody(): string[] {
  if (process.getuid?.() !== 0) return [];
  const options = ["--reuid=65534", "--regid=65534", "--clear-groups"];
  const capability = WALK_THROUGH_FOLDERS.find(({ bit }) => (permitted() >> bit) & 1n);
  if (!capability) return options;
  return [
    ...options,
    `--inh-caps=-all,+${capability.name}`,
    `--ambient-caps=-all,+${capability.name}`,
    "--securebits=+no_setuid_fixup",
  ];
}

function permitted(): bigint {
  try {
    const mask = /^CapPrm:\s*([0-9a-f]+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    return BigInt(`0x${mask ?? "0"}`);
  } catch {
    return 0n;
  }
}
