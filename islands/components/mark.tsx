interface MarkShapesProps {
  /** Colour of the ground; nothing where what it lies on is its ground. */
  ground?: string;
  /** Colour of what stands on it. */
  ink: string;
  /** How round the ground's corners are, of 32. */
  radius?: number;
}

/**
 * The product's mark in a square of 32: the cursor of whoever writes, which is also an I, and beside it what is noticed. Every edge
 * lies on a whole pixel at 16 px. `tests/pictures` makes the icons of it.
 */
export function MarkShapes({ ground, ink, radius = 8 }: MarkShapesProps) {
  return (
    <>
      {ground !== undefined && <rect width="32" height="32" rx={radius} fill={ground} />}
      <path d="M8 6h12v4h-4v12h4v4H8v-4h4V10H8z" fill={ink} />
      <rect x="22" y="14" width="4" height="4" fill={ink} />
    </>
  );
}

/** The mark in the theme's accent, beside the name that says it: screen readers pass over it. */
export function Mark({ class: className = "size-6" }: { class?: string }) {
  return (
    <svg viewBox="0 0 32 32" class={`shrink-0 text-accent ${className}`} aria-hidden="true">
      <MarkShapes ground="currentColor" ink="var(--color-accent-ink)" />
    </svg>
  );
}
