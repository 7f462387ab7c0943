import type { ComponentChildren } from "preact";

const LOOKS = {
  primary: "bg-accent text-accent-ink hover:opacity-90",
  plain: "border border-line bg-raised shadow-button hover:bg-sunken",
} as const;

const SIZES = { normal: "min-h-10 px-4 text-sm", small: "min-h-9 px-3 text-dense" } as const;

interface ButtonLinkProps {
  href: string;
  title?: string;
  target?: "_blank";
  rel?: string;
  /** Under which name it is saved, where it is a file. */
  download?: string;
  /** As prominent as the button that it stands beside, or in the place of. */
  look?: keyof typeof LOOKS;
  /** `small` where things are dense. */
  size?: keyof typeof SIZES;
  /** Whether the focus comes here when what had it goes away. */
  isFocusHome?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** A link that looks like a button: it leads to a page or a file where others beside it do something. */
export function ButtonLink(
  { look = "plain", size = "normal", isFocusHome, class: className = "", children, ...attributes }: ButtonLinkProps,
) {
  return (
    <a
      {...attributes}
      data-focus-home={isFocusHome || undefined}
      class={`inline-flex items-center rounded-field font-medium ${SIZES[size]} ${LOOKS[look]} ${className}`}
    >
      {children}
    </a>
  );
}
