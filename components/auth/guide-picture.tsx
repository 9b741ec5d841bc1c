const ROW_COUNT = 15;
const ROW_HEIGHT = 6;
const WIDTH = 120;
/** Where the "now" line stands. */
const NOW = 38;
/** Lengths of programmes, walked through with another step in every row, so that no two rows look alike. */
const LENGTHS = [7, 12, 5, 9, 16, 6, 11, 4, 14, 8, 10, 13];

interface Programme {
  from: number;
  to: number;
}

function programmesOfRow(row: number): Programme[] {
  const programmes: Programme[] = [];
  let from = -((row * 5) % 11);
  for (let step = row * 5; from < WIDTH; step += (row % 3) + 1) {
    const to = from + (LENGTHS[step % LENGTHS.length] ?? 8);
    programmes.push({ from, to });
    from = to;
  }
  return programmes;
}

const ROWS = Array.from({ length: ROW_COUNT }, (_, row) => ({ y: row * ROW_HEIGHT, programmes: programmesOfRow(row) }));

/** A programme guide without words: what was, what is on, what comes. */
export function GuidePicture() {
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${ROW_COUNT * ROW_HEIGHT}`}
      preserveAspectRatio="xMinYMid slice"
      className="size-full"
      role="presentation"
    >
      {ROWS.map(({ y, programmes }) =>
        programmes.map(({ from, to }) => <Block key={`${y}:${from}`} y={y} from={from} to={to} />),
      )}
      <rect x={NOW - 0.08} y={0} width={0.16} height={ROW_COUNT * ROW_HEIGHT} fill="var(--accent)" />
    </svg>
  );
}

function Block({ y, from, to }: Programme & { y: number }) {
  const shape = { y: y + 0.35, height: ROW_HEIGHT - 0.7, rx: 0.35 };
  if (from <= NOW && NOW < to) {
    return (
      <>
        <rect x={from + 0.2} width={to - from - 0.4} {...shape} fill="var(--accent-soft)" />
        <rect x={from + 0.2} width={0.35} {...shape} rx={0} fill="var(--accent)" />
      </>
    );
  }
  return (
    <rect x={from + 0.2} width={to - from - 0.4} {...shape} fill="var(--muted)" opacity={to <= NOW ? 0.07 : 0.16} />
  );
}
