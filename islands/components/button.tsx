import type { ButtonHTMLAttributes, ComponentChildren } from "preact";

const LOOKS = {
  primary: "border-transparent bg-accent text-accent-ink hover:opacity-90",
  plain: "border-line bg-raised text-ink shadow-button hover:bg-sunken",
  quiet: "border-transparent text-ink hover:bg-sunken",
  danger: "border-transparent bg-high text-high-ink hover:opacity-90",
} as const;

interface ButtonProps extends Omit<ButtonHTMLAttributes, "size" | "type" | "disabled" | "class"> {
  look?: keyof typeof LOOKS;
  /** `small` where things are dense; a finger still finds 32 px. */
  size?: "small" | "normal";
  type?: "button" | "submit";
  disabled?: boolean;
  class?: string;
  /** Something is under way: the button stays focusable and says so. */
  busy?: boolean;
  children: ComponentChildren;
}

/** A button. One primary a view; `danger` only where something cannot be undone. */
export function Button({ look = "plain", size = "normal", type = "button", busy = false, ...rest }: ButtonProps) {
  const { class: className, disabled, children, onClick, ...attributes } = rest;
  const metric = size === "small" ? "min-h-8 px-2 text-dense" : "min-h-10 px-4 text-sm";
  return (
    <button
      {...attributes}
      type={type}
      disabled={disabled}
      aria-disabled={busy ? "true" : undefined}
      aria-busy={busy ? "true" : undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      class={`inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded-field border font-medium ` +
        `transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-busy:cursor-progress ` +
        `aria-busy:opacity-70 ${metric} ${LOOKS[look]} ${className ?? ""}`}
    >
      {children}
    </button>
  );
}
