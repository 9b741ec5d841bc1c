import type { DndContextProps } from "@dnd-kit/core";

const silent = () => undefined;

/** The guide speaks for itself, in times and titles; dnd-kit's own sentences name internal ids. */
export const NO_DND_SPEECH: DndContextProps["accessibility"] = {
  announcements: { onDragStart: silent, onDragOver: silent, onDragEnd: silent, onDragCancel: silent },
  screenReaderInstructions: { draggable: "" },
};
