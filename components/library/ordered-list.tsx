"use client";

import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { GripVertical, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { moveInList } from "./move-in-list";

interface OrderedListProps<T> {
  label: string;
  items: readonly T[];
  idOf: (item: T) => string;
  /** What a row is called when it is read out. */
  nameOf: (item: T) => string;
  renderItem: (item: T) => ReactNode;
  /** Stands before a row: its number. */
  renderMark?: (item: T, index: number) => ReactNode;
  onOrder: (items: T[]) => void;
  onRemove?: (item: T) => void;
}

/** A list whose order is made by hand: by dragging the handle, or with the arrow keys on it. */
export function OrderedList<T>(props: OrderedListProps<T>) {
  const { label, items, idOf, nameOf, onOrder } = props;
  const [said, setSaid] = useState("");
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));

  function move(from: number, to: number) {
    const item = items[from];
    const place = Math.min(items.length - 1, Math.max(0, to));
    if (item === undefined || place === from) return;
    onOrder(moveInList(items, from, place));
    setSaid(`${nameOf(item)} is now number ${place + 1} of ${items.length}`);
  }

  function drop({ active, over }: DragEndEvent) {
    const from = items.findIndex((item) => idOf(item) === active.id);
    const to = items.findIndex((item) => idOf(item) === over?.id);
    if (to >= 0) move(from, to);
  }

  return (
    <DndContext sensors={sensors} onDragEnd={drop}>
      <ol aria-label={label}>
        {items.map((item, index) => (
          <OrderedRow key={idOf(item)} {...props} item={item} index={index} onMove={(by) => move(index, index + by)} />
        ))}
      </ol>
      <p className="sr-only" role="status">
        {said}
      </p>
    </DndContext>
  );
}

interface OrderedRowProps<T> extends OrderedListProps<T> {
  item: T;
  index: number;
  onMove: (by: number) => void;
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, Home: -100_000, End: 100_000 };

function OrderedRow<T>({ item, index, idOf, nameOf, renderItem, renderMark, onRemove, onMove }: OrderedRowProps<T>) {
  const id = idOf(item);
  const { listeners, setNodeRef: setDraggable, setActivatorNodeRef, transform, isDragging } = useDraggable({ id });
  const { setNodeRef: setDroppable, isOver } = useDroppable({ id });

  function press(event: KeyboardEvent) {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onMove(by);
  }

  return (
    <li
      ref={(element) => {
        setDraggable(element);
        setDroppable(element);
      }}
      style={transform ? { transform: `translateY(${transform.y}px)` } : undefined}
      className={cn(
        "flex items-center gap-2 border-border border-b py-2 pr-1",
        isDragging && "relative z-10 bg-raised shadow-raised",
        isOver && !isDragging && "bg-accent-soft",
      )}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        {...listeners}
        onKeyDown={press}
        aria-label={`Move ${nameOf(item)}`}
        aria-description="Arrow keys move it"
        className="flex h-9 w-7 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-faint hover:bg-hover hover:text-text active:cursor-grabbing"
      >
        <GripVertical className="size-4" aria-hidden />
      </button>
      {renderMark?.(item, index)}
      <div className="min-w-0 flex-1">{renderItem(item)}</div>
      {onRemove && (
        <IconButton label={`Remove ${nameOf(item)}`} size="sm" onClick={() => onRemove(item)}>
          <X aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
