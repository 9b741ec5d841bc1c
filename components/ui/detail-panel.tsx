"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { EmptyState } from "./empty-state";
import { ErrorState } from "./error-state";
import { SidePanel } from "./side-panel";

/** An answer of the API has a status; a broken connection has none. */
type Failure = Error & { status?: number };

interface DetailPanelProps<T> {
  /** As react-query tells of it. */
  query: { data: T | undefined; error: Failure | null; isFetching: boolean; refetch: () => unknown };
  titleOf: (item: T) => string;
  onClose: () => void;
  actions?: (item: T) => ReactNode;
  footer?: (item: T) => ReactNode;
  /** Stands in for what is on its way. */
  skeleton: ReactNode;
  /** What to say of an item that there is not, or no more. */
  gone: { title: string; text: string };
  children: (item: T) => ReactNode;
}

/** One item beside its list: on its way, there, gone, or not to be had just now. */
export function DetailPanel<T>({ query, titleOf, onClose, actions, footer, ...rest }: DetailPanelProps<T>) {
  const { skeleton, gone, children } = rest;
  const { data, error, isFetching, refetch } = query;
  const isGone = error?.status === 404;
  const item = isGone ? undefined : data;
  return (
    <SidePanel
      title={isGone ? "Not found" : item ? titleOf(item) : "…"}
      onClose={onClose}
      actions={item && actions?.(item)}
      footer={item && footer?.(item)}
    >
      {item && children(item)}
      {!item && !error && <div aria-busy="true">{skeleton}</div>}
      {isGone && (
        <EmptyState title={gone.title} action={<Button onClick={onClose}>Close</Button>}>
          {gone.text}
        </EmptyState>
      )}
      {error && !item && !isGone && (
        <ErrorState
          title="The item could not be loaded"
          error={error}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
    </SidePanel>
  );
}
