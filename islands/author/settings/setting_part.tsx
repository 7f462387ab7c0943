import type { ComponentChildren } from "preact";

/** A part of the settings: what it is about beside what is set. */
export function SettingPart({ title, lead, children }: { title: string; lead?: string; children: ComponentChildren }) {
  return (
    <section class="grid gap-x-10 gap-y-5 py-8 first:pt-2 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <div class="flex flex-col gap-1.5">
        <h2 class="font-semibold">{title}</h2>
        {lead && <p class="text-sm text-ink-soft">{lead}</p>}
      </div>
      <div class="flex flex-col gap-6">{children}</div>
    </section>
  );
}
