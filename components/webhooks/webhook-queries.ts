"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { api } from "@/components/api/client";
import type {
  CreatedWebhookEndpoint,
  CreateWebhookEndpoint,
  DeliveryStatus,
  UpdateWebhookEndpoint,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookDeliveryList,
  WebhookEndpoint,
  WebhookEndpointList,
} from "@/core/webhooks/contract";

const ROOT = "/v1/creator/webhooks";
const KEY = ["webhooks"];
/** While somebody looks: a test arrives within seconds. */
const LOOK_MS = 3_000;

export function useEndpoints() {
  return useQuery({
    queryKey: [...KEY, "list"],
    queryFn: ({ signal }) => api.get<WebhookEndpointList>(ROOT, {}, { signal }),
  });
}

export function useEndpoint(id: string) {
  return useQuery({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) => api.get<WebhookEndpoint>(`${ROOT}/${id}`, {}, { signal }),
  });
}

export type DeliveryFilter = { page: number; status: z.infer<typeof DeliveryStatus> | "" };

export function useDeliveries(id: string, { page, status }: DeliveryFilter) {
  return useQuery({
    queryKey: [...KEY, id, "deliveries", page, status],
    queryFn: ({ signal }) => api.get<WebhookDeliveryList>(`${ROOT}/${id}/deliveries`, { page, status }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_MS,
  });
}

export function useDelivery(id: string, deliveryId: string) {
  return useQuery({
    queryKey: [...KEY, id, "delivery", deliveryId],
    queryFn: ({ signal }) => api.get<WebhookDeliveryDetail>(`${ROOT}/${id}/deliveries/${deliveryId}`, {}, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === "pending" ? LOOK_MS : false),
  });
}

function useChange<I, O>(change: (input: I) => Promise<O>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: KEY }) });
}

export const useCreateEndpoint = () =>
  useChange((input: z.input<typeof CreateWebhookEndpoint>) => api.post<CreatedWebhookEndpoint>(ROOT, input));

export const useUpdateEndpoint = (id: string) =>
  useChange((input: z.input<typeof UpdateWebhookEndpoint>) => api.patch<WebhookEndpoint>(`${ROOT}/${id}`, input));

export const useDeleteEndpoint = () => useChange((id: string) => api.delete(`${ROOT}/${id}`));

export const useRotateSecret = (id: string) =>
  useChange(() => api.post<CreatedWebhookEndpoint>(`${ROOT}/${id}/rotate-secret`));

export const useSendTest = (id: string) => useChange(() => api.post<WebhookDelivery>(`${ROOT}/${id}/test`, {}));

export const useRedeliver = (id: string) =>
  useChange((deliveryId: string) => api.post<WebhookDelivery>(`${ROOT}/${id}/deliveries/${deliveryId}/redeliver`));
