import { useWords } from "../../components/speech.tsx";
import { NumberInput } from "../fields/number_input.tsx";
import { RadioList } from "../fields/radio_list.tsx";
import type { SettingsProps } from "./settings_props.ts";
import { SettingPart } from "./setting_part.tsx";

const ADMISSIONS = ["open", "proctor"] as const;

/** Who can join, when they begin, how many, and how often. */
export function WhoPart({ exam, set, problem, at }: SettingsProps) {
  const words = useWords("editorSettings").who;
  return (
    <SettingPart title={words.title}>
      <RadioList
        id={at("join")}
        legend={words.join}
        options={[
          { value: "open", name: words.open, meaning: words.openHint },
          { value: "roster", name: words.roster, meaning: words.rosterHint },
        ]}
        value={exam.join}
        onValue={(join) => set("join", join)}
      />
      <RadioList
        id={at("policy", "admission")}
        legend={words.admission}
        options={ADMISSIONS.map((value) => ({ value, ...words.admissions[value] }))}
        value={exam.policy.admission ?? "open"}
        onValue={(admission) => {
          set("policy", { ...exam.policy, admission: admission === "open" ? undefined : admission });
        }}
      />
      <NumberInput
        id={at("capacity")}
        label={words.capacity}
        hint={words.capacityHint}
        value={exam.capacity}
        empty={undefined}
        error={problem("capacity")}
        onValue={(capacity) => set("capacity", capacity)}
      />
      {exam.join === "open" && (
        <NumberInput
          id={at("attempts_per_student")}
          label={words.attempts}
          value={exam.attempts_per_student}
          empty={NaN}
          error={problem("attempts_per_student")}
          onValue={(value = NaN) => set("attempts_per_student", value)}
        />
      )}
    </SettingPart>
  );
}
