import type { ComponentChildren } from "preact";

interface PageFrameProps {
  title: string;
  lead?: ComponentChildren;
  /** Stands beside the title. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** A staff page of ordinary width: its title, what can be done, and its parts below. */
export function PageFrame({ title, lead, actions, children }: PageFrameProps) {
  return (
    <div class="mx-auto flex w-full max-w-5xl flex-1 flex-col gap-8 px-4 py-8 sm:px-6">
      <div class="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div class="flex flex-col gap-1">
          <h1 class="text-2xl font-semibold">{title}</h1>
          {lead && <p class="text-sm text-ink-soft">{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}

/** A part of a page with its heading. */
export function PagePart({ title, lead, children }: Omit<PageFrameProps, "actions">) {
  return (
    <section class="flex flex-col gap-3">
      <div>
        <h2 data-focus-home tabIndex={-1} class="font-semibold outline-none">{title}</h2>
        {lead && <p class="text-sm text-ink-soft">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
