import { useWords } from "../../components/speech.tsx";
import { NumberInput } from "../fields/number_input.tsx";
import type { SettingsProps } from "./settings_props.ts";
import { SettingPart } from "./setting_part.tsx";

/** How long it is kept. */
export function KeptPart({ exam, set, problem, at }: SettingsProps) {
  const words = useWords("editorSettings").kept;
  const { retention } = exam;
  return (
    <SettingPart title={words.title}>
      <NumberInput
        id={at("retention", "events_days")}
        label={words.events}
        hint={words.eventsHint}
        value={retention.events_days}
        empty={NaN}
        error={problem("retention", "events_days")}
        onValue={(events_days = NaN) => set("retention", { ...retention, events_days })}
      />
      <NumberInput
        id={at("retention", "reports_days")}
        label={words.reports}
        value={retention.reports_days}
        empty={NaN}
        error={problem("retention", "reports_days")}
        onValue={(reports_days = NaN) => set("retention", { ...retention, reports_days })}
      />
    </SettingPart>
  );
}
