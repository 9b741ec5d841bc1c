const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** A size to three figures: 812 byte, 4.05 MB, 1.2 GB. Decimal units, as shops and system tools show them. */
export function formatBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return new Intl.NumberFormat(undefined, {
    style: "unit",
    unit: UNITS[unit],
    maximumSignificantDigits: unit === 0 ? 4 : 3,
  }).format(size);
}
