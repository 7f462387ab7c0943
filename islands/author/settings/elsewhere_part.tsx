import { useState } from "preact/hooks";
import { Field, INPUT_CLASS } from "../../components/field.tsx";
import { useWords } from "../../components/speech.tsx";
import type { SettingsProps } from "./settings_props.ts";
import { SettingPart } from "./setting_part.tsx";

/** Pages of other sites on which the exam may be written and watched. */
export function ElsewherePart({ exam, set, problem, at }: SettingsProps) {
  const words = useWords("editorSettings").elsewhere;
  const { policy } = exam;
  const origins = policy.embed_origins ?? [];
  // As it is typed, empty lines and all; what the exam has goes before it, after an undo.
  const [typed, setTyped] = useState("");
  const shown = linesOf(typed).join("\n") === origins.join("\n") ? typed : origins.join("\n");
  const wrong = problem("policy", "embed_origins") ??
    origins.map((_, index) => problem("policy", "embed_origins", index)).find((one) => one !== undefined);
  return (
    <SettingPart title={words.title} lead={words.lead}>
      <Field
        id={at("watched_origin")}
        label={words.watched}
        hint={words.watchedHint}
        error={problem("watched_origin")}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="url"
            dir="ltr"
            value={exam.watched_origin ?? ""}
            onInput={({ currentTarget: { value } }) => set("watched_origin", value.trim() || undefined)}
            class={`${INPUT_CLASS} max-w-96`}
          />
        )}
      </Field>
      <Field id={at("policy", "embed_origins")} label={words.embeds} hint={words.embedsHint} error={wrong}>
        {(attributes) => (
          <textarea
            {...attributes}
            dir="ltr"
            rows={3}
            value={shown}
            onInput={({ currentTarget: { value } }) => {
              setTyped(value);
              const lines = linesOf(value);
              set("policy", { ...policy, embed_origins: lines.length === 0 ? undefined : lines });
            }}
            class={`${INPUT_CLASS} max-w-96`}
          />
        )}
      </Field>
    </SettingPart>
  );
}

function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
