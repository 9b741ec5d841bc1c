const LOOK_EVERY_MS = 2_000;
/** No timer of a page in front is late by so much. */
const ASLEEP_MS = 20_000;

interface Moving {
  currentTime: number;
}

/**
 * Tells when the picture was left behind because the machine slept or the browser froze the page: the clock went on by
 * far more than the picture. A page in the back is told of it once it is in front. Answers how to stop.
 */
export function watchForSleep(element: Moving, wake: () => void): () => void {
  let seen = { ms: Date.now(), seconds: element.currentTime };
  let isBehind = false;
  const look = () => {
    const before = seen;
    seen = { ms: Date.now(), seconds: element.currentTime };
    const passedMs = seen.ms - before.ms;
    const playedMs = Math.max(0, seen.seconds - before.seconds) * 1000;
    isBehind ||= passedMs > ASLEEP_MS && playedMs < passedMs - ASLEEP_MS / 2;
    if (!isBehind || document.visibilityState === "hidden") return;
    isBehind = false;
    wake();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  for (const name of ["resume", "visibilitychange"]) document.addEventListener(name, look);
  return () => {
    clearInterval(timer);
    for (const name of ["resume", "visibilitychange"]) document.removeEventListener(name, look);
  };
}
