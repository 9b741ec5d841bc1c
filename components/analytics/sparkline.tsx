import type { LivePoint } from "./use-live-kpis";

const WIDTH = 300;
const HEIGHT = 40;
/** So long the line lies within the card; what is older leaves it at the left. */
const SPAN_MS = 15 * 60_000;

/** The last quarter of an hour at a glance; the figure beside it is what counts. */
export function Sparkline({ trail, className }: { trail: readonly LivePoint[]; className?: string }) {
  const last = trail.at(-1);
  if (!last || trail.length < 2) return null;
  const span = Math.min(SPAN_MS, Math.max(60_000, last.atMs - trail[0]!.atMs));
  const most = Math.max(1, ...trail.map(({ viewers }) => viewers));
  const points = trail
    .filter(({ atMs }) => atMs >= last.atMs - span)
    .map(({ atMs, viewers }) => {
      const x = WIDTH - ((last.atMs - atMs) / span) * WIDTH;
      return `${x.toFixed(1)},${(HEIGHT - 2 - (viewers / most) * (HEIGHT - 6)).toFixed(1)}`;
    });
  const [firstX] = points[0]!.split(",");
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className={className} aria-hidden="true">
      <polygon
        points={`${firstX},${HEIGHT} ${points.join(" ")} ${WIDTH},${HEIGHT}`}
        fill="currentColor"
        opacity="0.12"
      />
      <polyline
        points={points.join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
