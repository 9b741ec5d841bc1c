"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type {
  ApproveItem,
  BlockItem,
  DecidedMany,
  DecideMany,
  DecisionList,
  ReviewDetail,
  ReviewItem,
  ReviewList,
  ReviewStatus,
} from "@/core/moderation/contract";

const QUEUE = ["moderation"] as const;
/** Others decide too, and items come in. */
const LOOK_AGAIN_MS = 15_000;
export const PER_PAGE = 50;

export function useReviewList(query: { status: ReviewStatus; q: string; page: number }) {
  const params = { status: query.status, q: query.q, page: query.page, per_page: PER_PAGE };
  return useQuery({
    queryKey: [...QUEUE, "list", params],
    queryFn: ({ signal }) => api.get<ReviewList>("/v1/moderation/items", params, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
  });
}

export function useReviewDetail(id: string) {
  return useQuery({
    queryKey: [...QUEUE, "item", id],
    queryFn: ({ signal }) => api.get<ReviewDetail>(`/v1/moderation/items/${id}`, {}, { signal }),
    refetchInterval: LOOK_AGAIN_MS,
  });
}

export function useDecisions(page: number) {
  return useQuery({
    queryKey: [...QUEUE, "decisions", page],
    queryFn: ({ signal }) =>
      api.get<DecisionList>("/v1/moderation/decisions", { page, per_page: PER_PAGE }, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Whatever came of it, the queue is read anew: of two moderators the second learns what the first did. */
function useDecision<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: QUEUE }) });
}

export function useApprove() {
  return useDecision(({ id, status }: { id: string; status: ApproveItem["status"] }) =>
    api.post<ReviewItem>(`/v1/moderation/items/${id}/approve`, { status }),
  );
}

export function useBlock() {
  return useDecision(({ id, ...body }: BlockItem & { id: string }) =>
    api.post<ReviewItem>(`/v1/moderation/items/${id}/block`, body),
  );
}

export function useDecideMany() {
  return useDecision((decision: DecideMany) => api.post<DecidedMany>("/v1/moderation/items/bulk", decision));
}
