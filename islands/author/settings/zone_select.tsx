import { useEffect, useState } from "preact/hooks";
import { Field, INPUT_CLASS } from "../../components/field.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";

interface ZoneSelectProps {
  id: string;
  value: string | undefined;
  /** The browser's zone. */
  own: string;
  onValue: (zone: string) => void;
}

/** The zones that the browser knows. */
export function ZoneSelect({ id, value, own, onValue }: ZoneSelectProps) {
  const words = useWords("editorSettings").when;
  const { speaker } = useSpeech();
  const [all, setAll] = useState<readonly string[]>([]);
  useEffect(() => setAll(Intl.supportedValuesOf("timeZone")), []);
  const chosen = value ?? own;
  const zones = new Set([own, chosen, "UTC", ...all]);
  const nameOf = (zone: string) => zone.replaceAll("_", " ");
  return (
    <Field id={id} label={words.zone}>
      {(attributes) => (
        <select
          {...attributes}
          value={chosen}
          onChange={({ currentTarget }) => onValue(currentTarget.value)}
          class={`${INPUT_CLASS} max-w-72`}
        >
          {[...zones].map((zone) => (
            <option key={zone} value={zone}>
              {zone === own ? speaker.say(words.zoneOwn, { zone: nameOf(zone) }) : nameOf(zone)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
