import type { ComponentChildren } from "preact";

const TONES = {
  info: "border-accent/40 bg-accent-soft",
  good: "border-low/40 bg-low-soft",
  warning: "border-medium/40 bg-medium-soft",
  problem: "border-high/50 bg-high-soft",
} as const;

interface AlertBoxProps {
  tone?: keyof typeof TONES;
  title?: string;
  /** `alert` interrupts a screen reader, `status` waits; left out where the box is there from the start. */
  role?: "alert" | "status";
  id?: string;
  children?: ComponentChildren;
}

/** A box that says something the reader should know before going on. */
export function AlertBox({ tone = "info", title, role, id, children }: AlertBoxProps) {
  return (
    <div
      id={id}
      role={role}
      tabIndex={role === "alert" ? -1 : undefined}
      class={`rounded-field border px-4 py-3 text-sm ${TONES[tone]}`}
    >
      {title && <p class="font-semibold">{title}</p>}
      {children && <div class={title ? "mt-1" : ""}>{children}</div>}
    </div>
  );
}
