/**
 * Types are checked by `tsc` in `npm run check`, headers are set by the front server, and nothing is fetched at
 * build time. `LINEUP_NEXT_DIR` lets a second build or dev server run from the same tree.
 * @type {import("next").NextConfig}
 */
const config = {
  distDir: process.env.LINEUP_NEXT_DIR || ".next",
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  allowedDevOrigins: ["127.0.0.1"],
  images: { unoptimized: true },
  experimental: {
    // One file of scripts for what a page has of its own: many small ones pack 3 % worse, and every one is a request.
    turbopackChunking: { maxChunkCountPerGroup: 1, minChunkSize: 3_000_000, maxMergeChunkSize: 20_000_000 },
  },
};

export default config;
