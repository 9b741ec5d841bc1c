interface PageBrokeProps {
  title: string;
  text: string;
  /** Under which the server's log holds the reason. */
  digest?: string;
  onRetry: () => void;
}

/**
 * What stands in for a page that broke. Plain elements only: it is part of the first load of every page, and must work
 * when nothing more can be loaded.
 */
export function PageBroke({ title, text, digest, onRetry }: PageBrokeProps) {
  return (
    <div
      role="alert"
      className="mx-auto flex min-h-[60vh] max-w-md flex-col items-center justify-center px-6 text-center"
    >
      <h1 className="font-semibold text-lg">{title}</h1>
      <p className="mt-1 text-muted">{text}</p>
      {digest && <p className="mt-2 font-mono text-faint text-xs">{digest}</p>}
      <button
        type="button"
        onClick={onRetry}
        className="mt-5 h-8 rounded-md border border-border-strong bg-raised px-3 font-medium hover:bg-hover"
      >
        Try again
      </button>
    </div>
  );
}
