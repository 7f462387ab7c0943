import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { Field, INPUT_CLASS } from "../../components/field.tsx";
import { useWords } from "../../components/speech.tsx";
import { NumberInput } from "../fields/number_input.tsx";
import { instantOf, wallTime } from "../zoned_time.ts";
import type { SettingsProps } from "./settings_props.ts";
import { SettingPart } from "./setting_part.tsx";
import { ZoneSelect } from "./zone_select.tsx";

/** Schedule and time: in the exam's own zone, kept as instants. */
export function WhenPart({ exam, set, problem, at }: SettingsProps) {
  const words = useWords("editorSettings").when;
  // The zone of the browser is known to the browser alone.
  const [ownZone, setOwnZone] = useState("UTC");
  useEffect(() => setOwnZone(new Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  const zone = exam.time_zone ?? ownZone;

  /** Another zone: the hour that was written stays, the moment moves. */
  function setZone(next: string) {
    for (const name of ["opens_at", "closes_at"] as const) {
      const instant = exam[name];
      if (instant) set(name, instantOf(wallTime(instant, zone), next));
    }
    set("time_zone", next);
  }

  function moment(name: "opens_at" | "closes_at", label: string, hint: string) {
    const instant = exam[name];
    return (
      <Field id={at(name)} label={label} hint={hint} error={problem(name)}>
        {(attributes) => (
          <div class="flex flex-wrap items-center gap-2">
            <input
              {...attributes}
              type="datetime-local"
              value={instant ? wallTime(instant, zone) : ""}
              onInput={({ currentTarget: { value } }) => {
                if (value === "") return;
                if (exam.time_zone === undefined) set("time_zone", zone);
                set(name, instantOf(value, zone));
              }}
              class={`${INPUT_CLASS} !w-auto tabular-nums`}
            />
            {instant && <Button look="quiet" size="small" onClick={() => set(name, undefined)}>{words.clear}</Button>}
          </div>
        )}
      </Field>
    );
  }

  return (
    <SettingPart title={words.title} lead={words.lead}>
      <NumberInput
        id={at("duration_minutes")}
        label={words.duration}
        value={exam.duration_minutes}
        empty={NaN}
        error={problem("duration_minutes")}
        onValue={(value = NaN) => set("duration_minutes", value)}
      />
      <ZoneSelect id={at("time_zone")} value={exam.time_zone} own={ownZone} onValue={setZone} />
      <div class="flex flex-wrap gap-x-8 gap-y-5">
        {moment("opens_at", words.opens, words.opensHint)}
        {moment("closes_at", words.closes, words.closesHint)}
      </div>
      <NumberInput
        id={at("policy", "grace_minutes")}
        label={words.grace}
        hint={words.graceHint}
        value={exam.policy.grace_minutes}
        empty={NaN}
        error={problem("policy", "grace_minutes")}
        onValue={(grace_minutes = NaN) => set("policy", { ...exam.policy, grace_minutes })}
      />
    </SettingPart>
  );
}
