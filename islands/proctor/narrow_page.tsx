import type { ComponentChildren } from "preact";

/** A page of one small form in the middle: signing in, taking up an invitation. */
export function NarrowPage({ title, lead, children }: { title: string; lead?: string; children: ComponentChildren }) {
  return (
    <div class="mx-auto flex w-full max-w-sm flex-1 flex-col gap-6 px-4 py-10 sm:py-20">
      <div class="flex flex-col gap-1">
        <h1 class="text-2xl font-semibold">{title}</h1>
        {lead && <p class="text-ink-soft">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
