import type { ComponentChildren } from "preact";

/** A component in each of its states. */
export interface Sample {
  /** The component's name, as its file exports it. */
  name: string;
  /** Each state by its name; `at` tells the ids of one showing from those of another. */
  states: Readonly<Record<string, (at: string) => ComponentChildren>>;
}

/** How something looks that has the keyboard's focus. */
export const FOCUS_CLASS = "outline-2 outline-offset-2 outline-focus";

/** For what needs to be told what to do: nothing is done here. */
export function idle(): void {}

/** Right to left, with its own letters. */
export const RTL = { lang: "ar", text: "هل أنت متأكد من أنك تريد إرسال الامتحان الآن؟" } as const;
