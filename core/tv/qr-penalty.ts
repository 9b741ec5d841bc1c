/** How hard a code is to read (ISO/IEC 18004, §7.8.3): runs, squares, what looks like a finder, and imbalance. */
export function penaltyOf(modules: readonly boolean[][]): number {
  const size = modules.length;
  const dark = (row: number, column: number) => modules[row]?.[column] === true;
  let penalty = 0;
  for (let line = 0; line < size; line++) {
    const across = Array.from({ length: size }, (_, at) => dark(line, at));
    const down = Array.from({ length: size }, (_, at) => dark(at, line));
    penalty += linePenalty(across) + linePenalty(down);
  }
  let darkCount = 0;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      if (dark(row, column)) darkCount++;
      if (row + 1 >= size || column + 1 >= size) continue;
      const one = dark(row, column);
      const isSquare =
        dark(row, column + 1) === one && dark(row + 1, column) === one && dark(row + 1, column + 1) === one;
      if (isSquare) penalty += 3;
    }
  return penalty + 10 * Math.floor(Math.abs((darkCount * 100) / (size * size) - 50) / 5);
}

const LIKE_A_FINDER = ["10111010000", "00001011101"];

function linePenalty(line: readonly boolean[]): number {
  let penalty = 0;
  let run = 0;
  for (let at = 0; at < line.length; at++) {
    run = at > 0 && line[at] === line[at - 1] ? run + 1 : 1;
    if (run === 5) penalty += 3;
    else if (run > 5) penalty += 1;
  }
  const text = line.map((dark) => (dark ? "1" : "0")).join("");
  for (const pattern of LIKE_A_FINDER) {
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) penalty += 40;
  }
  return penalty;
}
