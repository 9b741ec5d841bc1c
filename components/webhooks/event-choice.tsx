import { Checkbox } from "@/components/ui/checkbox";
import { EVENT_TYPES, EVENTS, type EventType } from "@/core/webhooks/events";

const GROUPS = [...new Set(EVENT_TYPES.map((type) => EVENTS[type].group))];

interface EventChoiceProps {
  chosen: readonly EventType[];
  onChange: (types: EventType[]) => void;
  problem?: string;
}

/** What an endpoint hears of: each event with what it means. */
export function EventChoice({ chosen, onChange, problem }: EventChoiceProps) {
  return (
    <fieldset aria-describedby={problem ? "events-problem" : undefined}>
      <legend className="mb-1.5 font-medium text-sm">It hears of</legend>
      {GROUPS.map((group) => (
        <div key={group} className="mb-3">
          <h3 className="mb-0.5 text-muted text-xs">{group}</h3>
          {EVENT_TYPES.filter((type) => EVENTS[type].group === group).map((type) => (
            <Checkbox
              key={type}
              className="py-1"
              label={
                <span>
                  <code className="font-mono text-sm">{type}</code>
                  <span className="block text-muted text-sm">{EVENTS[type].description}</span>
                </span>
              }
              checked={chosen.includes(type)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, type] : chosen.filter((other) => other !== type))
              }
            />
          ))}
        </div>
      ))}
      {problem && (
        <p id="events-problem" className="text-danger text-xs">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
