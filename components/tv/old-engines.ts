/**
 * What Chromium 53 lacks of the library and this program, hls.js included, makes use of. It runs before everything
 * else. A test of the built script names whatever else is missing there.
 */
function bring(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { configurable: true, writable: true, value });
}

bring(String.prototype, "padStart", function padStart(this: string, length: number, filler = " "): string {
  const missing = length - this.length;
  if (missing <= 0 || filler === "") return String(this);
  return filler.repeat(Math.ceil(missing / filler.length)).slice(0, missing) + this;
});

bring(Object, "entries", (owner: Record<string, unknown>) => Object.keys(owner).map((key) => [key, owner[key]]));

bring(Object, "getOwnPropertyDescriptors", (owner: object) => {
  const described: PropertyDescriptorMap = {};
  for (const key of Reflect.ownKeys(owner)) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, key);
    if (descriptor) described[key as string] = descriptor;
  }
  return described;
});
