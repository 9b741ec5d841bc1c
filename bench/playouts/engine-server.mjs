import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * The yardstick: npm eyevinn-channel-engine, from a folder of its own (first argument), playing one VOD (second) on as
 * many channels as the third says. Its own server does not start on a fresh installation: restify 11 refuses its
 * asynchronous handlers, and cuts its media addresses at the semicolon. So the same handler is bound to an address
 * without one; everything else is the engine's own.
 */
const [folder = "", vod = "", count = "1"] = process.argv.slice(2);
const require = createRequire(path.join(folder, "package.json"));
const restify = require("restify");

const createServer = restify.createServer;
restify.createServer = (options) => {
  const server = createServer(options);
  const get = server.get.bind(server);
  server.get = (address, handler) => get(address, (req, res, next) => void handler(req, res, next));
  return server;
};

const ChannelEngine = require("eyevinn-channel-engine");
const channels = Array.from({ length: Number(count) }, (_, index) => ({
  id: `c${index + 1}`,
  profile: [{ bw: 5_000_000, codecs: "avc1.640028,mp4a.40.2", resolution: [1920, 1080] }],
}));
const assets = { getNextVod: async () => ({ id: "film", title: "Film", uri: vod }) };
const engine = new ChannelEngine(assets, {
  heartbeat: "/healthz",
  averageSegmentDuration: 4000,
  cacheTTL: 1,
  channelManager: { getChannels: () => channels },
});
engine.server.get("/media/:bandwidth/:channel", (req, res, next) => {
  req.params[0] = req.params.bandwidth;
  req.params[1] = req.params.channel;
  void engine._handleMediaManifest(req, res, next);
});
engine.start();
engine.server.listen(0, "127.0.0.1", async () => {
  const { port } = engine.server.address();
  const last = `http://127.0.0.1:${port}/media/5000000/c${count}`;
  for (let attempt = 0; attempt < 2400; attempt++) {
    const text = await fetch(last).then(
      (reply) => (reply.ok ? reply.text() : ""),
      () => "",
    );
    if (text.includes("#EXTINF")) break;
    await sleep(100);
  }
  process.stdout.write(`${port}\n`);
});
