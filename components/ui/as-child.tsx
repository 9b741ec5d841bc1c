import { Children, cloneElement, type HTMLAttributes, type ReactElement } from "react";
import { cn } from "./cn";

type ElementProps = HTMLAttributes<HTMLElement>;

/**
 * Gives its single child, a button or a link, these properties: on an event the child acts first, class names are
 * joined, and of anything else that both set the child's own counts.
 */
export function AsChild({ children, ...given }: ElementProps) {
  const child = Children.only(children) as ReactElement<ElementProps>;
  const { props: own } = child;
  return cloneElement(child, {
    ...given,
    ...own,
    ...actingBoth(own, given),
    className: cn(given.className, own.className),
  });
}

type Handlers = Record<string, (event: unknown) => void>;

function actingBoth(first: ElementProps, second: ElementProps): ElementProps {
  const firsts = first as Handlers;
  const seconds = second as Handlers;
  const both: Handlers = {};
  for (const name of Object.keys(seconds)) {
    if (!/^on[A-Z]/.test(name) || !firsts[name] || !seconds[name]) continue;
    both[name] = (event) => {
      firsts[name]?.(event);
      seconds[name]?.(event);
    };
  }
  return both;
}
