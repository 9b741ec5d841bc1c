"use client";

import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { SHORTCUTS, type Shortcut } from "./shortcuts";

/** Everything the keyboard can do, place by place. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} size="lg" isOnlyText title="Keyboard shortcuts">
      <div className="grid gap-x-10 gap-y-6 pb-4 sm:grid-cols-2">
        {SHORTCUTS.map(({ place, shortcuts }) => (
          <section key={place}>
            <h3 className="eyebrow mb-1.5">{place}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <div
                  key={shortcut.does}
                  className="flex items-center justify-between gap-4 border-border border-t py-1.5"
                >
                  <dt>{shortcut.does}</dt>
                  <dd>
                    <Keys {...shortcut} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** A Mac says ⌘ where others say Ctrl. */
const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

function Keys({ keys }: Shortcut) {
  return (
    <span className="flex items-center gap-1 whitespace-nowrap">
      {keys.map((key) =>
        key === "then" ? (
          <span key={key} className="text-muted text-xs">
            then
          </span>
        ) : (
          <Kbd key={key}>{key === "Ctrl" && isMac() ? "⌘" : key}</Kbd>
        ),
      )}
    </span>
  );
}
