import { useState } from "preact/hooks";
import { useWords } from "../components/speech.tsx";
import { chooseDisplay, DISPLAY, type DisplayName, type DisplaySettings, readDisplay } from "./display_settings.ts";

/** Text size, contrast and spacing: each holds at once, and for every page of a student on this device. */
export function DisplayChoices() {
  const words = useWords("sitting").display;
  const [settings, setSettings] = useState<DisplaySettings>(readDisplay);

  function choose<Name extends DisplayName>(name: Name, value: DisplaySettings[Name]) {
    chooseDisplay(name, value);
    setSettings({ ...settings, [name]: value });
  }

  return (
    <section aria-labelledby="display-heading" class="flex flex-col gap-4">
      <h3 id="display-heading" class="font-semibold">{words.title}</h3>
      <Choice name="text" labels={words.text} chosen={settings.text} choose={choose} />
      <Choice name="contrast" labels={words.contrast} chosen={settings.contrast} choose={choose} />
      <Choice name="spacing" labels={words.spacing} chosen={settings.spacing} choose={choose} />
      <p class="text-sm text-ink-soft">{words.lead}</p>
    </section>
  );
}

interface ChoiceProps<Name extends DisplayName> {
  name: Name;
  labels: Readonly<Record<"name" | DisplaySettings[Name], string>>;
  chosen: DisplaySettings[Name];
  choose: (name: Name, value: DisplaySettings[Name]) => void;
}

function Choice<Name extends DisplayName>({ name, labels, chosen, choose }: ChoiceProps<Name>) {
  const options = DISPLAY[name];
  return (
    <fieldset class="flex flex-col gap-1.5">
      <legend class="mb-1 text-sm font-medium">{labels.name}</legend>
      <div class="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option}
            class="flex min-h-9 cursor-pointer items-center gap-2 rounded-field border border-line-strong/60 px-3 text-sm has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={`display-${name}`}
              checked={chosen === option}
              onChange={() => choose(name, option)}
              class="size-4"
            />
            {labels[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
