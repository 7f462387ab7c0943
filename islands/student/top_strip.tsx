import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "../components/icon.tsx";

interface TopStripProps {
  tone: "accent" | "medium";
  icon: IconName;
  title: string;
  /** What is said, below its title. */
  children: ComponentChildren;
  /** What can be done about it. */
  buttons: ComponentChildren;
  /** Whether the focus goes to the words where it must go somewhere: who presses Enter twice has not read two. */
  isFocusHome?: boolean;
}

const TONES = {
  accent: "border-accent/40 bg-accent-soft",
  medium: "border-medium/40 bg-medium-soft",
} as const;

/** A strip below the exam's header: something to know while one writes, and a button that puts it away. */
export function TopStrip({ tone, icon, title, children, buttons, isFocusHome = false }: TopStripProps) {
  const focus = isFocusHome ? { "data-focus-home": true, tabIndex: -1 } : {};
  return (
    <div class={`border-b ${TONES[tone]}`}>
      <div class="mx-auto flex w-full max-w-6xl flex-col gap-2 px-4 py-2 sm:flex-row sm:items-center sm:justify-between sm:gap-6 sm:px-6">
        <div class="flex min-w-0 gap-3">
          <Icon name={icon} class="mt-0.5 size-5" />
          <div {...focus} class="min-w-0 rounded-sm">
            <p class="font-semibold">{title}</p>
            {children}
          </div>
        </div>
        <div class="flex shrink-0 flex-wrap gap-2 self-start sm:self-center">{buttons}</div>
      </div>
    </div>
  );
}
