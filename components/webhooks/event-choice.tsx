import { Checkbox } from "@/components/ui/checkbox";
import { EVENT_TYPES, EVENT_WORDS, type EventName } from "@/core/webhooks/event-words";

const GROUPS = [...new Set(EVENT_TYPES.map((type) => EVENT_WORDS[type].group))];

interface EventChoiceProps {
  chosen: readonly EventName[];
  onChange: (types: EventName[]) => void;
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
          {EVENT_TYPES.filter((type) => EVENT_WORDS[type].group === group).map((type) => (
            <Checkbox
              key={type}
              className="py-1"
              label={
                <span>
                  <code className="font-mono text-sm">{type}</code>
                  <span className="block text-muted text-sm">{EVENT_WORDS[type].description}</span>
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
