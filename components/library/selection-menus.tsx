"use client";

import { FolderPlus, RadioTower } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu-item";
import { toast } from "@/components/ui/notify";
import type { Channel } from "@/core/channels/contract";
import { CreateGroupDialog } from "./groups/create-group-dialog";
import { useGroupEdits, useGroups } from "./groups/group-queries";
import { UNDO_MS } from "./pending-deletes";
import { countText, useBulkEdits } from "./use-bulk-edits";

/** Puts the ticked items at the end of a group that is ordered by hand, or into a new one. */
export function GroupMenu({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const groups = (useGroups().data?.items ?? []).filter((group) => group.kind === "static");
  const { add, putBack } = useGroupEdits();
  const [isCreating, setCreating] = useState(false);

  function addTo(group: { id: string; name: string }) {
    add.mutate(
      { id: group.id, contentItemIds: [...ids] },
      {
        onSuccess: ({ before }) => {
          toast.success(`${countText(ids.length)} added to “${group.name}”`, {
            duration: UNDO_MS,
            action: { label: "Undo", onClick: () => putBack.mutate({ id: group.id, contentItemIds: before }) },
          });
          onDone();
        },
        onError: (error) => toast.error("The items could not be added", { description: error.message }),
      },
    );
  }
  return (
    <>
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
      {isCreating && <CreateGroupDialog kind="static" onClose={() => setCreating(false)} onCreated={addTo} />}
    </>
  );
}

/** Says which channel the ticked items belong to. */
export function MoveMenu({ ids, channels }: { ids: readonly string[]; channels: readonly Channel[] }) {
  const { move } = useBulkEdits();
  if (channels.length === 0) return null;
  return (
    <Menu trigger={<Button icon={<RadioTower aria-hidden />}>Move to channel</Button>}>
      {channels.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => void move(ids, id, `“${name}”`)}>
          {name}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => void move(ids, null, "no channel")}>No channel</MenuItem>
    </Menu>
  );
}
