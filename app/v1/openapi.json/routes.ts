import * as externalImportJobsJobId from "@/app/api/v1/import/jobs/[jobId]/route";
import * as externalImport from "@/app/api/v1/import/route";
import * as oauthApprove from "@/app/v1/auth/oauth/approve/route";
import * as oauthDevice from "@/app/v1/auth/oauth/device/route";
import * as oauthRevoke from "@/app/v1/auth/oauth/revoke/route";
import * as oauthToken from "@/app/v1/auth/oauth/token/route";
import * as authRegister from "@/app/v1/auth/register/route";
import * as publicChannelsIdOrSlugEpg from "@/app/v1/channels/[idOrSlug]/epg/route";
import * as publicChannelsIdOrSlug from "@/app/v1/channels/[idOrSlug]/route";
import * as publicChannels from "@/app/v1/channels/route";
import * as analyticsRetention from "@/app/v1/creator/analytics/retention/route";
import * as analyticsSummary from "@/app/v1/creator/analytics/summary/route";
import * as analyticsTimeseries from "@/app/v1/creator/analytics/timeseries/route";
import * as analyticsTimeseriesCsv from "@/app/v1/creator/analytics/timeseries.csv/route";
import * as analyticsTop from "@/app/v1/creator/analytics/top/route";
import * as apiKeysId from "@/app/v1/creator/api-keys/[id]/route";
import * as apiKeys from "@/app/v1/creator/api-keys/route";
import * as audit from "@/app/v1/creator/audit/route";
import * as channelsIdAsRun from "@/app/v1/creator/channels/[id]/as-run/route";
import * as channelsIdAsRunCsv from "@/app/v1/creator/channels/[id]/as-run.csv/route";
import * as channelsIdChecklist from "@/app/v1/creator/channels/[id]/checklist/route";
import * as channelsIdGuide from "@/app/v1/creator/channels/[id]/guide/route";
import * as channelsIdLogo from "@/app/v1/creator/channels/[id]/logo/route";
import * as channelsIdPreviewRendition from "@/app/v1/creator/channels/[id]/preview/[rendition]/route";
import * as channelsIdPreview from "@/app/v1/creator/channels/[id]/preview/route";
import * as channelsIdPublish from "@/app/v1/creator/channels/[id]/publish/route";
import * as channelsId from "@/app/v1/creator/channels/[id]/route";
import * as channelsIdTemplatesTemplateIdApply from "@/app/v1/creator/channels/[id]/templates/[templateId]/apply/route";
import * as channelsIdTemplatesTemplateId from "@/app/v1/creator/channels/[id]/templates/[templateId]/route";
import * as channelsIdTemplates from "@/app/v1/creator/channels/[id]/templates/route";
import * as channelsIdUnpublish from "@/app/v1/creator/channels/[id]/unpublish/route";
import * as channels from "@/app/v1/creator/channels/route";
import * as contentIdArtworkFrame from "@/app/v1/creator/content/[id]/artwork/frame/route";
import * as contentIdArtwork from "@/app/v1/creator/content/[id]/artwork/route";
import * as contentIdCaptionsCaptionId from "@/app/v1/creator/content/[id]/captions/[captionId]/route";
import * as contentIdCaptions from "@/app/v1/creator/content/[id]/captions/route";
import * as contentIdEpisodes from "@/app/v1/creator/content/[id]/episodes/route";
import * as contentIdManifestMpd from "@/app/v1/creator/content/[id]/manifest.mpd/route";
import * as contentIdMasterM3u8 from "@/app/v1/creator/content/[id]/master.m3u8/route";
import * as contentIdResubmit from "@/app/v1/creator/content/[id]/resubmit/route";
import * as contentIdRetry from "@/app/v1/creator/content/[id]/retry/route";
import * as contentId from "@/app/v1/creator/content/[id]/route";
import * as contentBulk from "@/app/v1/creator/content/bulk/route";
import * as contentLabels from "@/app/v1/creator/content/labels/route";
import * as content from "@/app/v1/creator/content/route";
import * as contentCsv from "@/app/v1/creator/content.csv/route";
import * as contentGroupsIdItems from "@/app/v1/creator/content-groups/[id]/items/route";
import * as contentGroupsId from "@/app/v1/creator/content-groups/[id]/route";
import * as contentGroupsPreview from "@/app/v1/creator/content-groups/preview/route";
import * as contentGroups from "@/app/v1/creator/content-groups/route";
import * as importCsvIdApply from "@/app/v1/creator/import/csv/[id]/apply/route";
import * as importCsvIdProblemsCsv from "@/app/v1/creator/import/csv/[id]/problems.csv/route";
import * as importCsvId from "@/app/v1/creator/import/csv/[id]/route";
import * as importCsv from "@/app/v1/creator/import/csv/route";
import * as importCsvTemplateCsv from "@/app/v1/creator/import/csv/template.csv/route";
import * as creatorImport from "@/app/v1/creator/import/route";
import * as jobsIdCancel from "@/app/v1/creator/jobs/[id]/cancel/route";
import * as jobsIdRetry from "@/app/v1/creator/jobs/[id]/retry/route";
import * as jobsId from "@/app/v1/creator/jobs/[id]/route";
import * as jobs from "@/app/v1/creator/jobs/route";
import * as scheduleIdBreaks from "@/app/v1/creator/schedule/[id]/breaks/route";
import * as scheduleId from "@/app/v1/creator/schedule/[id]/route";
import * as scheduleBatch from "@/app/v1/creator/schedule/batch/route";
import * as scheduleCopy from "@/app/v1/creator/schedule/copy/route";
import * as scheduleFill from "@/app/v1/creator/schedule/fill/route";
import * as scheduleLeftOut from "@/app/v1/creator/schedule/left-out/route";
import * as schedule from "@/app/v1/creator/schedule/route";
import * as scheduleVersions from "@/app/v1/creator/schedule/versions/route";
import * as uploadsDirectComplete from "@/app/v1/creator/uploads/direct/complete/route";
import * as uploadsDirectInit from "@/app/v1/creator/uploads/direct/init/route";
import * as uploadsTusInit from "@/app/v1/creator/uploads/tus/init/route";
import * as webhooksIdDeliveriesDeliveryIdRedeliver from "@/app/v1/creator/webhooks/[id]/deliveries/[deliveryId]/redeliver/route";
import * as webhooksIdDeliveriesDeliveryId from "@/app/v1/creator/webhooks/[id]/deliveries/[deliveryId]/route";
import * as webhooksIdDeliveries from "@/app/v1/creator/webhooks/[id]/deliveries/route";
import * as webhooksIdRotateSecret from "@/app/v1/creator/webhooks/[id]/rotate-secret/route";
import * as webhooksId from "@/app/v1/creator/webhooks/[id]/route";
import * as webhooksIdTest from "@/app/v1/creator/webhooks/[id]/test/route";
import * as webhooks from "@/app/v1/creator/webhooks/route";
import * as mePassword from "@/app/v1/me/password/route";
import * as me from "@/app/v1/me/route";
import * as meSessionsId from "@/app/v1/me/sessions/[id]/route";
import * as meSessions from "@/app/v1/me/sessions/route";
import * as moderationDecisions from "@/app/v1/moderation/decisions/route";
import * as moderationItemsIdApprove from "@/app/v1/moderation/items/[id]/approve/route";
import * as moderationItemsIdBlock from "@/app/v1/moderation/items/[id]/block/route";
import * as moderationItemsIdMasterM3u8 from "@/app/v1/moderation/items/[id]/master.m3u8/route";
import * as moderationItemsId from "@/app/v1/moderation/items/[id]/route";
import * as moderationItemsBulk from "@/app/v1/moderation/items/bulk/route";
import * as moderationItems from "@/app/v1/moderation/items/route";
import * as oembed from "@/app/v1/oembed/route";
import * as onNow from "@/app/v1/on-now/route";
import * as search from "@/app/v1/search/route";
import type { PathTable } from "@/server/http/openapi/document";

/** Every address of the API with the file that answers it. A test holds this table and the folders together. */
export const ROUTES: PathTable = {
  "/api/v1/import": externalImport,
  "/api/v1/import/jobs/{jobId}": externalImportJobsJobId,
  "/v1/auth/oauth/approve": oauthApprove,
  "/v1/auth/oauth/device": oauthDevice,
  "/v1/auth/oauth/revoke": oauthRevoke,
  "/v1/auth/oauth/token": oauthToken,
  "/v1/auth/register": authRegister,
  "/v1/channels": publicChannels,
  "/v1/channels/{idOrSlug}": publicChannelsIdOrSlug,
  "/v1/channels/{idOrSlug}/epg": publicChannelsIdOrSlugEpg,
  "/v1/creator/analytics/retention": analyticsRetention,
  "/v1/creator/analytics/summary": analyticsSummary,
  "/v1/creator/analytics/timeseries": analyticsTimeseries,
  "/v1/creator/analytics/timeseries.csv": analyticsTimeseriesCsv,
  "/v1/creator/analytics/top": analyticsTop,
  "/v1/creator/api-keys": apiKeys,
  "/v1/creator/api-keys/{id}": apiKeysId,
  "/v1/creator/audit": audit,
  "/v1/creator/channels": channels,
  "/v1/creator/channels/{id}": channelsId,
  "/v1/creator/channels/{id}/as-run": channelsIdAsRun,
  "/v1/creator/channels/{id}/as-run.csv": channelsIdAsRunCsv,
  "/v1/creator/channels/{id}/checklist": channelsIdChecklist,
  "/v1/creator/channels/{id}/guide": channelsIdGuide,
  "/v1/creator/channels/{id}/logo": channelsIdLogo,
  "/v1/creator/channels/{id}/preview": channelsIdPreview,
  "/v1/creator/channels/{id}/preview/{rendition}": channelsIdPreviewRendition,
  "/v1/creator/channels/{id}/publish": channelsIdPublish,
  "/v1/creator/channels/{id}/templates": channelsIdTemplates,
  "/v1/creator/channels/{id}/templates/{templateId}": channelsIdTemplatesTemplateId,
  "/v1/creator/channels/{id}/templates/{templateId}/apply": channelsIdTemplatesTemplateIdApply,
  "/v1/creator/channels/{id}/unpublish": channelsIdUnpublish,
  "/v1/creator/content": content,
  "/v1/creator/content-groups": contentGroups,
  "/v1/creator/content-groups/{id}": contentGroupsId,
  "/v1/creator/content-groups/{id}/items": contentGroupsIdItems,
  "/v1/creator/content-groups/preview": contentGroupsPreview,
  "/v1/creator/content.csv": contentCsv,
  "/v1/creator/content/{id}": contentId,
  "/v1/creator/content/{id}/artwork": contentIdArtwork,
  "/v1/creator/content/{id}/artwork/frame": contentIdArtworkFrame,
  "/v1/creator/content/{id}/captions": contentIdCaptions,
  "/v1/creator/content/{id}/captions/{captionId}": contentIdCaptionsCaptionId,
  "/v1/creator/content/{id}/episodes": contentIdEpisodes,
  "/v1/creator/content/{id}/manifest.mpd": contentIdManifestMpd,
  "/v1/creator/content/{id}/master.m3u8": contentIdMasterM3u8,
  "/v1/creator/content/{id}/resubmit": contentIdResubmit,
  "/v1/creator/content/{id}/retry": contentIdRetry,
  "/v1/creator/content/bulk": contentBulk,
  "/v1/creator/content/labels": contentLabels,
  "/v1/creator/import": creatorImport,
  "/v1/creator/import/csv": importCsv,
  "/v1/creator/import/csv/{id}": importCsvId,
  "/v1/creator/import/csv/{id}/apply": importCsvIdApply,
  "/v1/creator/import/csv/{id}/problems.csv": importCsvIdProblemsCsv,
  "/v1/creator/import/csv/template.csv": importCsvTemplateCsv,
  "/v1/creator/jobs": jobs,
  "/v1/creator/jobs/{id}": jobsId,
  "/v1/creator/jobs/{id}/cancel": jobsIdCancel,
  "/v1/creator/jobs/{id}/retry": jobsIdRetry,
  "/v1/creator/schedule": schedule,
  "/v1/creator/schedule/{id}": scheduleId,
  "/v1/creator/schedule/{id}/breaks": scheduleIdBreaks,
  "/v1/creator/schedule/batch": scheduleBatch,
  "/v1/creator/schedule/copy": scheduleCopy,
  "/v1/creator/schedule/fill": scheduleFill,
  "/v1/creator/schedule/left-out": scheduleLeftOut,
  "/v1/creator/schedule/versions": scheduleVersions,
  "/v1/creator/uploads/direct/complete": uploadsDirectComplete,
  "/v1/creator/uploads/direct/init": uploadsDirectInit,
  "/v1/creator/uploads/tus/init": uploadsTusInit,
  "/v1/creator/webhooks": webhooks,
  "/v1/creator/webhooks/{id}": webhooksId,
  "/v1/creator/webhooks/{id}/deliveries": webhooksIdDeliveries,
  "/v1/creator/webhooks/{id}/deliveries/{deliveryId}": webhooksIdDeliveriesDeliveryId,
  "/v1/creator/webhooks/{id}/deliveries/{deliveryId}/redeliver": webhooksIdDeliveriesDeliveryIdRedeliver,
  "/v1/creator/webhooks/{id}/rotate-secret": webhooksIdRotateSecret,
  "/v1/creator/webhooks/{id}/test": webhooksIdTest,
  "/v1/me": me,
  "/v1/me/password": mePassword,
  "/v1/me/sessions": meSessions,
  "/v1/me/sessions/{id}": meSessionsId,
  "/v1/moderation/decisions": moderationDecisions,
  "/v1/moderation/items": moderationItems,
  "/v1/moderation/items/{id}": moderationItemsId,
  "/v1/moderation/items/{id}/approve": moderationItemsIdApprove,
  "/v1/moderation/items/{id}/block": moderationItemsIdBlock,
  "/v1/moderation/items/{id}/master.m3u8": moderationItemsIdMasterM3u8,
  "/v1/moderation/items/bulk": moderationItemsBulk,
  "/v1/oembed": oembed,
  "/v1/on-now": onNow,
  "/v1/search": search,
};
