import { Mark } from "./mark.tsx";

/** The product's mark and name, leading to the first page. */
export function Wordmark({ href = "/", isShort = false }: { href?: string; isShort?: boolean }) {
  return (
    <a href={href} class="inline-flex min-h-8 items-center gap-2 rounded-field text-sm font-semibold tracking-tight">
      <Mark />
      <span class={isShort ? "max-sm:sr-only" : ""}>Invigil</span>
    </a>
  );
}
