import type { Language } from "@/core/api-reference/snippets";

export interface QuickstartStep {
  id: string;
  title: string;
  text: string;
  code: Record<Language, string>;
}

/** Four steps from a key to a channel on the air. The code of one language, step after step, is one program. */
export function quickstartSteps(origin: string): QuickstartStep[] {
  return [
    {
      id: "key",
      title: "Say hello with a key",
      text: "Make a key under Account → API keys with the scopes content:read, content:write, channel:read, channel:write, schedule:read and schedule:write, and paste it in place of vk_live_paste_your_key. Name any video file of yours as VIDEO.",
      code: { curl: helloCurl(origin), javascript: helloJavaScript(origin), python: helloPython(origin) },
    },
    {
      id: "upload",
      title: "Upload a video",
      text: "The first answer holds an address for the bytes. They go straight to the storage; then they are converted for every screen, which takes about as long as the video.",
      code: { curl: UPLOAD_CURL, javascript: UPLOAD_JAVASCRIPT, python: UPLOAD_PYTHON },
    },
    {
      id: "schedule",
      title: "Put it on the guide",
      text: "A channel is a guide in a time zone. A block begins when you say and lasts as long as its video, unless you say otherwise. Blocks never overlap: the API refuses the second one with 409.",
      code: { curl: SCHEDULE_CURL, javascript: SCHEDULE_JAVASCRIPT, python: SCHEDULE_PYTHON },
    },
    {
      id: "publish",
      title: "Go on the air",
      text: "From now on the channel plays, for anybody, at an address that every TV understands.",
      code: { curl: PUBLISH_CURL, javascript: PUBLISH_JAVASCRIPT, python: PUBLISH_PYTHON },
    },
  ];
}

const helloCurl = (origin: string) => `export LINEUP_URL="${origin}"
export LINEUP_KEY="\${LINEUP_KEY:-vk_live_paste_your_key}"
export VIDEO="\${VIDEO:-video.mp4}"

api() {
  curl --fail-with-body -sS -H "Authorization: Bearer $LINEUP_KEY" \\
    -H "Content-Type: application/json" "$@"
}
field() {
  grep -o "\\"$1\\":\\"[^\\"]*\\"" | head -n 1 | cut -d '"' -f 4
}

api "$LINEUP_URL/v1/me"; echo`;

const UPLOAD_CURL = `upload=$(api "$LINEUP_URL/v1/creator/uploads/direct/init" --data "{
  \\"filename\\": \\"video.mp4\\", \\"contentType\\": \\"video/mp4\\",
  \\"title\\": \\"My first video\\", \\"sizeBytes\\": $(($(wc -c < "$VIDEO")))
}")
item=$(echo "$upload" | field contentItemId)
curl --fail-with-body -sS -T "$VIDEO" -H "Content-Type: video/mp4" \\
  "$(echo "$upload" | field uploadUrl)"
api "$LINEUP_URL/v1/creator/uploads/direct/complete" \\
  --data "{ \\"contentItemId\\": \\"$item\\" }"; echo

state=
while [ "$state" != ready ] && [ "$state" != failed ]; do
  sleep 2
  state=$(api "$LINEUP_URL/v1/creator/content/$item" | field status)
  echo "$state"
done`;

const SCHEDULE_CURL = `channel=$(api "$LINEUP_URL/v1/creator/channels" \\
  --data '{ "name": "My channel" }' | field id)
soon=$(date -u -d "+1 minute" +%FT%TZ 2> /dev/null \\
  || date -u -v+1M +%FT%TZ)
api "$LINEUP_URL/v1/creator/schedule" --data "{
  \\"channelId\\": \\"$channel\\", \\"contentItemId\\": \\"$item\\",
  \\"startsAt\\": \\"$soon\\"
}"; echo`;

const PUBLISH_CURL = `published=$(api -X POST "$LINEUP_URL/v1/creator/channels/$channel/publish")
echo "Watch it at $(echo "$published" | field watchUrl)"`;

const helloJavaScript = (origin: string) => `// Save as quickstart.mjs and run: node quickstart.mjs
import { openAsBlob } from "node:fs";

const url = "${origin}";
const key = process.env.LINEUP_KEY ?? "vk_live_paste_your_key";
const file = process.env.VIDEO ?? "video.mp4"; // any video file

async function api(method, path, body) {
  const reply = await fetch(url + path, {
    method,
    headers: { Authorization: \`Bearer \${key}\`, "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (!reply.ok) throw new Error((await reply.json()).error.message);
  return reply.json();
}

console.log(await api("GET", "/v1/me"));`;

const UPLOAD_JAVASCRIPT = `const video = await openAsBlob(file, { type: "video/mp4" });
const { contentItemId, uploadUrl } = await api("POST", "/v1/creator/uploads/direct/init", {
  filename: "video.mp4",
  contentType: "video/mp4",
  title: "My first video",
  sizeBytes: video.size,
});
const put = await fetch(uploadUrl, { method: "PUT", body: video, headers: { "Content-Type": "video/mp4" } });
if (!put.ok) throw new Error(await put.text());
await api("POST", "/v1/creator/uploads/direct/complete", { contentItemId });

let item = await api("GET", \`/v1/creator/content/\${contentItemId}\`);
while (item.status !== "ready") {
  if (item.status === "failed") throw new Error(item.error.message);
  console.log(item.status, \`\${Math.round(item.progressPercent)} %\`);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  item = await api("GET", \`/v1/creator/content/\${contentItemId}\`);
}`;

const SCHEDULE_JAVASCRIPT = `const channel = await api("POST", "/v1/creator/channels", { name: "My channel" });
const block = await api("POST", "/v1/creator/schedule", {
  channelId: channel.id,
  contentItemId,
  startsAt: new Date(Date.now() + 60_000).toISOString(),
});
console.log("On the guide from", block.startsAt, "to", block.endsAt);`;

const PUBLISH_JAVASCRIPT = `const published = await api("POST", \`/v1/creator/channels/\${channel.id}/publish\`);
console.log("Watch it at", published.watchUrl);`;

const helloPython = (origin: string) => `# Save as quickstart.py and run: python3 quickstart.py
import datetime, json, os, time, urllib.error, urllib.request

URL = "${origin}"
KEY = os.environ.get("LINEUP_KEY", "vk_live_paste_your_key")
FILE = os.environ.get("VIDEO", "video.mp4")  # any video file


def api(method, path, body=None):
    request = urllib.request.Request(
        URL + path,
        method=method,
        headers={"Authorization": "Bearer " + KEY, "Content-Type": "application/json"},
        data=json.dumps(body).encode() if body is not None else None,
    )
    try:
        with urllib.request.urlopen(request) as reply:
            return json.load(reply)
    except urllib.error.HTTPError as refused:
        raise SystemExit(json.load(refused)["error"]["message"])


print(api("GET", "/v1/me"))`;

const UPLOAD_PYTHON = `size = os.path.getsize(FILE)
upload = api("POST", "/v1/creator/uploads/direct/init", {
    "filename": "video.mp4",
    "contentType": "video/mp4",
    "title": "My first video",
    "sizeBytes": size,
})
with open(FILE, "rb") as video:
    headers = {"Content-Type": "video/mp4", "Content-Length": str(size)}
    put = urllib.request.Request(upload["uploadUrl"], method="PUT", data=video, headers=headers)
    urllib.request.urlopen(put).close()
item_id = upload["contentItemId"]
api("POST", "/v1/creator/uploads/direct/complete", {"contentItemId": item_id})

item = api("GET", "/v1/creator/content/" + item_id)
while item["status"] != "ready":
    if item["status"] == "failed":
        raise SystemExit(item["error"]["message"])
    print(item["status"], round(item["progressPercent"]), "%")
    time.sleep(2)
    item = api("GET", "/v1/creator/content/" + item_id)`;

const SCHEDULE_PYTHON = `channel = api("POST", "/v1/creator/channels", {"name": "My channel"})
soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=1)
block = api("POST", "/v1/creator/schedule", {
    "channelId": channel["id"],
    "contentItemId": item_id,
    "startsAt": soon.isoformat(),
})
print("On the guide from", block["startsAt"], "to", block["endsAt"])`;

const PUBLISH_PYTHON = `published = api("POST", "/v1/creator/channels/" + channel["id"] + "/publish")
print("Watch it at", published["watchUrl"])`;
