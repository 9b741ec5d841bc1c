/** What the hand carries while it is not over the guide. */
export function DragChip({ title }: { title: string }) {
  return (
    <div className="pointer-events-none w-fit max-w-64 truncate rounded-md border border-accent bg-raised px-3 py-1.5 font-medium shadow-raised">
      {title}
    </div>
  );
}
