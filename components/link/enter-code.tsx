import { FormAlert } from "@/components/auth/form-alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const REFUSALS = {
  unknown: "No TV shows this code. Codes are good for 15 minutes: look at your TV once more.",
  too_many: "You tried many codes within the hour. Wait a while, then try again.",
};

interface EnterCodeProps {
  typed?: string;
  refusal?: keyof typeof REFUSALS;
}

/** Asks for the code that a TV shows. A plain form: the address of the next page names the code. */
export function EnterCode({ typed, refusal }: EnterCodeProps) {
  return (
    <form action="/link" method="get" className="flex flex-col gap-4">
      {refusal && <FormAlert>{REFUSALS[refusal]}</FormAlert>}
      <Field
        label="The code on your TV"
        hint="Eight letters, such as WDJB-MJHT. On the TV, open /tv in its browser and choose Sign in from the menu."
      >
        <Input
          name="user_code"
          defaultValue={typed}
          required
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          className="h-12 text-center font-mono text-xl uppercase tracking-widest"
        />
      </Field>
      <Button type="submit" tone="primary" size="lg">
        Go on
      </Button>
    </form>
  );
}
