import type { ComponentChildren } from "preact";
import { Wordmark } from "../../islands/components/wordmark.tsx";

/** Frame of the pages that are open to anyone and need no script: a line at the top, a line at the bottom. */
export function PublicPage({ children }: { children: ComponentChildren }) {
  return (
    <div class="flex flex-1 flex-col">
      <div class="border-b border-line bg-raised">
        <div class="mx-auto flex min-h-12 w-full max-w-5xl items-center justify-between px-4 sm:px-6">
          <Wordmark />
          <nav aria-label="Main" class="flex items-center gap-1 text-sm font-medium">
            <a href="/join" class="rounded-field px-2.5 py-1.5 text-ink-soft hover:bg-sunken hover:text-ink">
              Join an exam
            </a>
            <a href="/login" class="rounded-field px-2.5 py-1.5 text-ink-soft hover:bg-sunken hover:text-ink">Staff</a>
          </nav>
        </div>
      </div>
      <div class="mx-auto w-full max-w-5xl flex-1 px-4 py-10 sm:px-6 sm:py-16">{children}</div>
      <div class="border-t border-line">
        <div class="mx-auto flex w-full max-w-5xl flex-wrap gap-x-6 gap-y-2 px-4 py-5 text-sm text-ink-soft sm:px-6">
          <a href="/privacy" class="underline underline-offset-4">Data protection</a>
          <span>A score is a reason to look, never a verdict. A person decides.</span>
        </div>
      </div>
    </div>
  );
}
