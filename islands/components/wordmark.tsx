/** The product's mark and name, leading to the first page. */
export function Wordmark({ href = "/", isShort = false }: { href?: string; isShort?: boolean }) {
  return (
    <a href={href} class="inline-flex min-h-8 items-center gap-2 rounded-field text-sm font-semibold tracking-tight">
      <svg viewBox="0 0 32 32" class="size-6 text-accent" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="currentColor" />
        <g
          fill="none"
          stroke="var(--color-accent-ink)"
          stroke-linecap="round"
          stroke-linejoin="round"
          stroke-width="2.2"
        >
          <path d="M7 16c2.6-4.4 5.6-6.6 9-6.6s6.4 2.2 9 6.6c-2.6 4.4-5.6 6.6-9 6.6S9.6 20.4 7 16Z" />
          <path d="M12 16h2.2l1.3-2.8 1.5 5.6 1.3-2.8H20" />
        </g>
      </svg>
      <span class={isShort ? "max-sm:sr-only" : ""}>Invigil</span>
    </a>
  );
}
