/** What a person can choose of how pages look. */
export interface DisplaySettings {
  text: "normal" | "large" | "larger" | "largest";
  contrast: "normal" | "more";
  spacing: "normal" | "wide";
}

export type DisplayName = keyof DisplaySettings;

/** The options of each, the usual first. Texts stand in `words/`, the looks in `static/style/display.css`. */
export const DISPLAY: { readonly [Name in DisplayName]: readonly DisplaySettings[Name][] } = {
  text: ["normal", "large", "larger", "largest"],
  contrast: ["normal", "more"],
  spacing: ["normal", "wide"],
};

const keyOf = (name: DisplayName) => `display:${name}`;

/** What was chosen on this device; what cannot be read is as usual. */
export function readDisplay(): DisplaySettings {
  return { text: read("text"), contrast: read("contrast"), spacing: read("spacing") };
}

/** Chooses something, for this page and those that come after it on this device. */
export function chooseDisplay<Name extends DisplayName>(name: Name, value: DisplaySettings[Name]): void {
  apply(name, value);
  try {
    localStorage.setItem(keyOf(name), value);
  } catch {
    // Where nothing can be kept it holds for this page.
  }
}

/** Lets a page look as was chosen on this device. */
export function applyDisplay(): void {
  const settings = readDisplay();
  apply("text", settings.text);
  apply("contrast", settings.contrast);
  apply("spacing", settings.spacing);
}

function apply(name: DisplayName, value: string): void {
  const { dataset } = document.documentElement;
  if (value === "normal") delete dataset[name];
  else dataset[name] = value;
}

function read<Name extends DisplayName>(name: Name): DisplaySettings[Name] {
  const options = DISPLAY[name];
  try {
    const kept = localStorage.getItem(keyOf(name));
    return options.find((option) => option === kept) ?? options[0];
  } catch {
    return options[0];
  }
}
