import type { ComponentChildren } from "preact";

interface NextLinkProps {
  href: string;
  /** Whether the focus comes here when what had it goes away. */
  isFocusHome?: boolean;
  /** Whether it stands beside the one that is prominent. */
  isQuiet?: boolean;
  children: ComponentChildren;
}

/** A link to where an author goes on, as prominent as a primary button unless it is quiet. */
export function NextLink({ href, isFocusHome, isQuiet = false, children }: NextLinkProps) {
  return (
    <a
      href={href}
      data-focus-home={isFocusHome || undefined}
      class={`inline-flex min-h-10 items-center rounded-field px-4 text-sm font-medium ${
        isQuiet
          ? "border border-line bg-raised shadow-button hover:bg-sunken"
          : "bg-accent text-accent-ink hover:opacity-90"
      }`}
    >
      {children}
    </a>
  );
}
