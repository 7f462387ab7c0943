import type { WatchKey } from "../../words/watch_texts.ts";

/** What a student is told on a page that is not ours, in one language, as the server gave it with the exam. */
export class WatchWords {
  /** BCP 47 tag. */
  readonly language: string;
  readonly #texts: Readonly<Record<string, string>>;

  constructor({ language, texts }: { language: string; texts: Readonly<Record<string, string>> }) {
    this.language = language;
    this.#texts = texts;
  }

  /** A sentence with its values. */
  say(key: WatchKey, values: Readonly<Record<string, string | number>> = {}): string {
    return (this.#texts[key] ?? key).replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
  }
}
