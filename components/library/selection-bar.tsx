"use client";

import { FolderPlus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu-item";
import { toast } from "@/components/ui/notify";
import { CreateGroupDialog } from "./groups/create-group-dialog";
import { useGroupEdits, useGroups } from "./groups/group-queries";
import type { Selection } from "./use-selection";

/** What can be done with the items that are ticked. Stays at the lower edge while the list scrolls. */
export function SelectionBar({ selection }: { selection: Selection }) {
  const groups = (useGroups().data?.items ?? []).filter((group) => group.kind === "static");
  const { add } = useGroupEdits();
  const [isCreating, setCreating] = useState(false);
  const count = selection.ids.size;
  if (count === 0) return null;

  function addTo(group: { id: string; name: string }) {
    add.mutate(
      { id: group.id, contentItemIds: [...selection.ids] },
      {
        onSuccess: () => {
          toast.success(`${count} ${count === 1 ? "item" : "items"} added to “${group.name}”`);
          selection.clear();
        },
        onError: (error) => toast.error("The items could not be added", { description: error.message }),
      },
    );
  }

  return (
    <section
      aria-label="Selected items"
      className="sticky bottom-16 z-20 mx-4 mb-4 flex items-center gap-2 rounded-lg border border-border bg-raised py-2 pr-2 pl-4 shadow-raised md:bottom-4 md:mx-6"
    >
      <p className="mr-auto font-medium" role="status">
        {count.toLocaleString()} selected
      </p>
      <Menu
        trigger={
          <Button icon={<FolderPlus aria-hidden />} busy={add.isPending}>
            Add to group
          </Button>
        }
      >
        <MenuLabel>Groups ordered by hand</MenuLabel>
        {groups.map((group) => (
          <MenuItem key={group.id} onSelect={() => addTo(group)}>
            {group.name}
          </MenuItem>
        ))}
        {groups.length > 0 && <MenuSeparator />}
        <MenuItem onSelect={() => setCreating(true)}>New group…</MenuItem>
      </Menu>
      <IconButton label="Select nothing" onClick={selection.clear}>
        <X aria-hidden />
      </IconButton>
      {isCreating && <CreateGroupDialog kind="static" onClose={() => setCreating(false)} onCreated={addTo} />}
    </section>
  );
}
