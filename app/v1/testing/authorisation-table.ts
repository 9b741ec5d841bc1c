import type { Access } from "@/server/http/access";

/**
 * What somebody gets who names what belongs to another creator: `hidden` is 404 as if it did not exist, `own` is an
 * answer about what is theirs, and `public` is what everybody gets. `moderators` is 403 for all who have not that role,
 * whatever they name.
 */
type Foreign = "hidden" | "own" | "public" | "moderators";

/** Who may call, what another creator gets, and the status of the right caller. */
type Row = readonly [access: Access | "import_key", foreign: Foreign, right: number];

/**
 * Who may do what, written down apart from the routes so that a slip in a declaration is seen. A test walks it, and
 * fails for a route that has no row. Rows stand in the order in which the right caller can do all of them.
 */
export const AUTHORISATION: Readonly<Record<string, Row>> = {
  "GET /v1/channels": ["public", "public", 200],
  "GET /v1/channels/{idOrSlug}": ["public", "public", 404],
  "GET /v1/channels/{idOrSlug}/epg": ["public", "public", 404],
  "POST /v1/auth/register": ["public", "public", 201],
  "POST /v1/auth/oauth/device": ["public", "public", 200],
  "POST /v1/auth/oauth/token": ["public", "public", 400],
  "POST /v1/auth/oauth/approve": ["session", "own", 404],
  "POST /v1/auth/oauth/revoke": ["any", "own", 403],

  "GET /v1/search": ["public", "public", 200],
  "GET /v1/on-now": ["public", "public", 200],
  "GET /v1/oembed": ["public", "public", 404],

  "GET /v1/me": ["any", "own", 200],
  "PATCH /v1/me": ["session", "own", 200],
  "POST /v1/me/password": ["session", "own", 204],
  "GET /v1/me/sessions": ["session", "own", 200],
  "DELETE /v1/me/sessions/{id}": ["session", "own", 404],
  "GET /v1/creator/audit": ["session", "own", 200],

  "POST /api/v1/import": ["import_key", "own", 200],
  "GET /api/v1/import/jobs/{jobId}": ["import_key", "hidden", 404],

  "GET /v1/creator/analytics/retention": ["analytics:read", "hidden", 200],
  "GET /v1/creator/analytics/summary": ["analytics:read", "own", 200],
  "GET /v1/creator/analytics/timeseries": ["analytics:read", "hidden", 200],
  "GET /v1/creator/analytics/timeseries.csv": ["analytics:read", "hidden", 200],
  "GET /v1/creator/analytics/top": ["analytics:read", "own", 200],

  "GET /v1/creator/channels": ["channel:read", "own", 200],
  "POST /v1/creator/channels": ["channel:write", "own", 201],
  "GET /v1/creator/channels/{id}": ["channel:read", "hidden", 200],
  "PATCH /v1/creator/channels/{id}": ["channel:write", "hidden", 200],
  "GET /v1/creator/channels/{id}/as-run": ["schedule:read", "hidden", 200],
  "GET /v1/creator/channels/{id}/as-run.csv": ["schedule:read", "hidden", 200],
  "GET /v1/creator/channels/{id}/checklist": ["channel:read", "hidden", 200],
  "GET /v1/creator/channels/{id}/guide": ["schedule:read", "hidden", 200],
  "GET /v1/creator/channels/{id}/preview": ["schedule:read", "hidden", 200],
  "GET /v1/creator/channels/{id}/preview/{rendition}": ["schedule:read", "hidden", 200],
  "POST /v1/creator/channels/{id}/logo": ["channel:write", "hidden", 422],
  "DELETE /v1/creator/channels/{id}/logo": ["channel:write", "hidden", 404],
  "POST /v1/creator/channels/{id}/publish": ["channel:write", "hidden", 200],
  "POST /v1/creator/channels/{id}/unpublish": ["channel:write", "hidden", 200],

  "GET /v1/creator/content": ["content:read", "own", 200],
  "POST /v1/creator/content": ["content:write", "own", 201],
  "GET /v1/creator/content.csv": ["content:read", "own", 200],
  "GET /v1/creator/content/labels": ["content:read", "own", 200],
  "POST /v1/creator/content/bulk": ["content:write", "own", 200],
  "GET /v1/creator/content/{id}": ["content:read", "hidden", 200],
  "PATCH /v1/creator/content/{id}": ["content:write", "hidden", 200],
  "GET /v1/creator/content/{id}/master.m3u8": ["content:read", "hidden", 200],
  "GET /v1/creator/content/{id}/manifest.mpd": ["content:read", "hidden", 200],
  "POST /v1/creator/content/{id}/retry": ["content:write", "hidden", 409],
  "POST /v1/creator/content/{id}/artwork": ["content:write", "hidden", 422],
  "DELETE /v1/creator/content/{id}/artwork": ["content:write", "hidden", 404],
  "POST /v1/creator/content/{id}/artwork/frame": ["content:write", "hidden", 202],
  "POST /v1/creator/content/{id}/captions": ["content:write", "hidden", 422],
  "PATCH /v1/creator/content/{id}/captions/{captionId}": ["content:write", "hidden", 200],
  "DELETE /v1/creator/content/{id}/captions/{captionId}": ["content:write", "hidden", 204],
  "GET /v1/creator/content/{id}/episodes": ["content:read", "hidden", 200],
  "PUT /v1/creator/content/{id}/episodes": ["content:write", "hidden", 200],

  "GET /v1/creator/content-groups": ["content:read", "own", 200],
  "POST /v1/creator/content-groups": ["content:write", "own", 201],
  "POST /v1/creator/content-groups/preview": ["content:read", "own", 200],
  "GET /v1/creator/content-groups/{id}": ["content:read", "hidden", 200],
  "PATCH /v1/creator/content-groups/{id}": ["content:write", "hidden", 200],
  "GET /v1/creator/content-groups/{id}/items": ["content:read", "hidden", 200],
  "PUT /v1/creator/content-groups/{id}/items": ["content:write", "hidden", 200],
  "POST /v1/creator/content-groups/{id}/items": ["content:write", "hidden", 200],
  "DELETE /v1/creator/content-groups/{id}": ["content:write", "hidden", 204],

  "POST /v1/creator/uploads/direct/init": ["content:write", "own", 201],
  "POST /v1/creator/uploads/direct/complete": ["content:write", "hidden", 409],
  "POST /v1/creator/uploads/tus/init": ["content:write", "own", 201],

  "POST /v1/creator/import": ["content:write", "own", 200],
  "POST /v1/creator/import/csv": ["content:write", "own", 202],
  "GET /v1/creator/import/csv/template.csv": ["content:write", "own", 200],
  "GET /v1/creator/import/csv/{id}": ["content:write", "hidden", 404],
  "GET /v1/creator/import/csv/{id}/problems.csv": ["content:write", "hidden", 404],
  "POST /v1/creator/import/csv/{id}/apply": ["content:write", "hidden", 404],
  "GET /v1/creator/jobs": ["content:read", "own", 200],
  "GET /v1/creator/jobs/{id}": ["any", "hidden", 403],
  "POST /v1/creator/jobs/{id}/retry": ["content:write", "hidden", 409],
  "POST /v1/creator/jobs/{id}/cancel": ["content:write", "hidden", 409],

  "GET /v1/creator/schedule": ["schedule:read", "hidden", 200],
  "GET /v1/creator/schedule/left-out": ["schedule:read", "hidden", 200],
  "GET /v1/creator/schedule/versions": ["schedule:read", "own", 200],
  "POST /v1/creator/schedule": ["schedule:write", "hidden", 201],
  "POST /v1/creator/schedule/batch": ["schedule:write", "hidden", 200],
  "POST /v1/creator/schedule/copy": ["schedule:write", "hidden", 201],
  "POST /v1/creator/schedule/fill": ["schedule:write", "hidden", 202],
  "PATCH /v1/creator/schedule/{id}": ["schedule:write", "hidden", 200],
  "POST /v1/creator/schedule/{id}/breaks": ["schedule:write", "hidden", 422],
  "DELETE /v1/creator/schedule/{id}": ["schedule:write", "hidden", 204],

  "POST /v1/creator/content/{id}/resubmit": ["content:write", "hidden", 409],
  "GET /v1/moderation/items": ["moderation:read", "moderators", 200],
  "GET /v1/moderation/items/{id}": ["moderation:read", "moderators", 200],
  "GET /v1/moderation/items/{id}/master.m3u8": ["moderation:read", "moderators", 200],
  "POST /v1/moderation/items/{id}/approve": ["moderation:write", "moderators", 409],
  "POST /v1/moderation/items/{id}/block": ["moderation:write", "moderators", 409],
  "POST /v1/moderation/items/bulk": ["moderation:write", "moderators", 200],
  "GET /v1/moderation/decisions": ["moderation:read", "moderators", 200],

  "GET /v1/creator/channels/{id}/templates": ["schedule:read", "hidden", 200],
  "POST /v1/creator/channels/{id}/templates": ["schedule:write", "hidden", 201],
  "GET /v1/creator/channels/{id}/templates/{templateId}": ["schedule:read", "hidden", 200],
  "PATCH /v1/creator/channels/{id}/templates/{templateId}": ["schedule:write", "hidden", 200],
  "POST /v1/creator/channels/{id}/templates/{templateId}/apply": ["schedule:write", "hidden", 201],
  "DELETE /v1/creator/channels/{id}/templates/{templateId}": ["schedule:write", "hidden", 204],

  "GET /v1/creator/api-keys": ["session", "own", 200],
  "POST /v1/creator/api-keys": ["session", "own", 201],
  "DELETE /v1/creator/api-keys/{id}": ["any", "hidden", 204],

  "GET /v1/creator/webhooks": ["session", "own", 200],
  "POST /v1/creator/webhooks": ["session", "own", 422],
  "GET /v1/creator/webhooks/{id}": ["session", "hidden", 200],
  "PATCH /v1/creator/webhooks/{id}": ["session", "hidden", 200],
  "POST /v1/creator/webhooks/{id}/rotate-secret": ["session", "hidden", 200],
  "POST /v1/creator/webhooks/{id}/test": ["session", "hidden", 202],
  "GET /v1/creator/webhooks/{id}/deliveries": ["session", "hidden", 200],
  "GET /v1/creator/webhooks/{id}/deliveries/{deliveryId}": ["session", "hidden", 404],
  "POST /v1/creator/webhooks/{id}/deliveries/{deliveryId}/redeliver": ["session", "hidden", 404],
  "DELETE /v1/creator/webhooks/{id}": ["session", "hidden", 204],

  "DELETE /v1/creator/content/{id}": ["content:write", "hidden", 204],
  "DELETE /v1/creator/channels/{id}": ["channel:write", "hidden", 204],
  "DELETE /v1/me/sessions": ["session", "own", 204],
  "DELETE /v1/me": ["session", "own", 422],
};
