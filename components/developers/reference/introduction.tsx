import type { Description } from "@/core/api-reference/description";
import type { Chapter } from "@/core/api-reference/operation";
import { MethodBadge } from "./method-badge";
import { Prose } from "./prose";

/** The first page: what is true of all operations, and every one of them in a line. */
export function Introduction({ document, chapters }: { document: Description; chapters: Chapter[] }) {
  const { info } = document;
  return (
    <div className="max-w-4xl">
      <h1 className="font-semibold text-2xl">API reference</h1>
      <p className="mt-2 text-muted">
        Version {info.version}. The same as{" "}
        <a href="/v1/openapi.json" className="text-accent underline underline-offset-4">
          OpenAPI 3.1
        </a>
        , for tools.
      </p>
      {info.description && <Prose text={info.description} className="mt-6 text-muted" />}
      {chapters.map((chapter) => (
        <section key={chapter.name} className="mt-10">
          <h2 className="font-semibold text-lg">{chapter.name}</h2>
          <p className="mt-0.5 text-muted">{chapter.description}</p>
          <ul className="mt-3 divide-y divide-border border-border border-y">
            {chapter.operations.map(({ id, method, path, summary }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-1 py-2 hover:bg-hover focus-visible:-outline-offset-2 sm:flex-nowrap"
                >
                  <MethodBadge method={method} />
                  <span className="min-w-0 flex-1 basis-56">{summary}</span>
                  <span className="min-w-0 basis-full break-all font-mono text-muted text-xs sm:basis-80">{path}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
