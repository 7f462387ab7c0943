import type { ComponentChildren } from "preact";

/** A part of the drawer with its heading. */
export function DrawerPart({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="flex flex-col gap-2">
      <h3 class="text-dense font-semibold">{title}</h3>
      {children}
    </section>
  );
}
