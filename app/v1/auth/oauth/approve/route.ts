import { ApproveDevice } from "@/core/devices/contract";
import { approveDevice } from "@/server/devices/approve-device";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "approveDevice",
  tag: "Devices",
  scope: "session",
  summary: "Let the television that shows a code in, or turn it away",
  limit: "device_code_entry",
  body: ApproveDevice,
  reply: null,
  errors: ["auth.browser_required", "resource.not_found"],
  handle: (actor, { body }) => approveDevice(actor, body, new Date()),
});
