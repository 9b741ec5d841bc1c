import { DeviceStarted, StartDevice } from "@/core/devices/contract";
import { startDevice } from "@/server/devices/start-device";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "startDevice",
  tag: "Devices",
  scope: "public",
  summary: "Begin the sign-in of a television",
  description:
    "Show `user_code` and `verification_uri` (or `verification_uri_complete` as a QR code), and ask `POST /v1/auth/oauth/token` every `interval` seconds.",
  limit: "oauth_exchange",
  body: StartDevice,
  orFields: true,
  reply: DeviceStarted,
  handle: (_, { body, request }) => startDevice(body, request.headers.get("user-agent") ?? "", new Date()),
});
