import Link from "next/link";
import { CodeTabs } from "./code-tabs";
import { quickstartSteps } from "./quickstart-scripts";

/** From a key to a channel on the air, in three languages, with the address of this server. */
export function Quickstart({ origin }: { origin: string }) {
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 md:px-6 md:py-12">
      <header className="max-w-[62ch]">
        <h1 className="font-semibold text-2xl">Run a channel from a program</h1>
        <p className="mt-3 text-lg text-muted">
          Whatever you can do in the Studio a program can do by HTTP. Four steps take you from a key to a channel on the
          air, with nothing to install. Paste them one after the other.
        </p>
        <p className="mt-3 text-muted">
          This server answers at <code className="font-mono text-sm text-text">{origin}</code>.
        </p>
      </header>
      <ol className="mt-10 flex flex-col gap-12">
        {quickstartSteps(origin).map((step, index) => (
          <li
            key={step.id}
            id={step.id}
            className="grid scroll-mt-20 gap-x-10 gap-y-4 lg:grid-cols-[18rem_minmax(0,1fr)]"
          >
            <div>
              <p className="eyebrow">Step {index + 1}</p>
              <h2 className="mt-1 font-semibold text-lg">{step.title}</h2>
              <p className="mt-2 max-w-[62ch] text-muted">{step.text}</p>
            </div>
            <CodeTabs label={step.title} code={step.code} />
          </li>
        ))}
      </ol>
      <NextPlaces />
    </div>
  );
}

const PLACES = [
  {
    href: "/developers/api",
    title: "API reference",
    text: "Every operation, with its parameters, replies and errors. Try each with your session or a key.",
  },
  {
    href: "/developers/mcp",
    title: "Agents",
    text: "The same for assistants that speak the Model Context Protocol: connect one and ask it to fill tomorrow.",
  },
  {
    href: "/v1/openapi.json",
    title: "OpenAPI 3.1",
    text: "The description itself, to make clients from and to load into your own tools.",
  },
] as const;

function NextPlaces() {
  return (
    <nav aria-label="Where to go on" className="mt-16 grid gap-x-10 gap-y-6 border-border border-t pt-8 sm:grid-cols-3">
      {PLACES.map(({ href, title, text }) => (
        <div key={href}>
          <Link href={href} prefetch={false} className="font-medium text-accent underline underline-offset-4">
            {title}
          </Link>
          <p className="mt-1 max-w-[40ch] text-muted">{text}</p>
        </div>
      ))}
    </nav>
  );
}
