/**
 * What Chromium 53 lacks of the library and this program, hls.js included, makes use of. A test of the built scripts
 * names anything else that is missing there.
 */
if (!String.prototype.padStart) {
  Object.defineProperty(String.prototype, "padStart", {
    configurable: true,
    writable: true,
    value: function padStart(this: string, length: number, filler = " "): string {
      const missing = length - this.length;
      if (missing <= 0 || filler === "") return String(this);
      return filler.repeat(Math.ceil(missing / filler.length)).slice(0, missing) + this;
    },
  });
}
