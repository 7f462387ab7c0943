import type { ComponentChildren } from "preact";

interface EmptyStateProps {
  /** What is not there yet, where that needs more than a sentence. */
  title?: string;
  /** Of the title: one below what it stands under. */
  Heading?: "h2" | "h3";
  /** What will be there, and how it comes. */
  lead: string;
  /** The way on: one button or link. */
  children?: ComponentChildren;
}

/** Stands in the place of what a page is about while there is none of it. */
export function EmptyState({ title, Heading = "h2", lead, children }: EmptyStateProps) {
  return (
    <div class="flex flex-col items-center gap-4 rounded-lg border border-dashed border-line-strong/60 px-6 py-12 text-center print:hidden">
      {title && <Heading class="text-lg font-semibold">{title}</Heading>}
      <p class="max-w-md text-sm text-ink-soft">{lead}</p>
      {children}
    </div>
  );
}
