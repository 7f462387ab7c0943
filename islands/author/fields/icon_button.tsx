import type { ComponentChildren } from "preact";

interface IconButtonProps {
  id?: string;
  /** What it does, for screen readers and as a tooltip. */
  label: string;
  isDisabled?: boolean;
  onClick: (event: MouseEvent & { currentTarget: HTMLButtonElement }) => void;
  children: ComponentChildren;
}

/** A quiet button with a sign: where a word on each row would shout. */
export function IconButton({ id, label, isDisabled = false, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      id={id}
      aria-label={label}
      title={label}
      aria-disabled={isDisabled ? "true" : undefined}
      onClick={(event) => !isDisabled && onClick(event)}
      class="inline-flex size-9 shrink-0 items-center justify-center rounded-field text-ink-soft hover:bg-sunken hover:text-ink aria-disabled:cursor-not-allowed aria-disabled:opacity-40"
    >
      {children}
    </button>
  );
}
