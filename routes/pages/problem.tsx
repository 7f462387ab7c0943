import type { Manifest } from "../../server/build/manifest.ts";
import { renderDocument } from "./document.tsx";
import { PublicPage } from "./public_page.tsx";

/** A page that cannot be shown, with the reason in a sentence. */
export function renderProblem({ manifest, message }: { manifest: Manifest; message: string }): string {
  return renderDocument({
    title: "This cannot be shown",
    manifest,
    children: (
      <PublicPage>
        <div class="flex max-w-2xl flex-col gap-5">
          <h1 class="text-3xl font-semibold">This cannot be shown</h1>
          <p class="text-lg text-ink-soft">{message}</p>
          <p>
            <a href="/" class="font-medium text-accent underline underline-offset-4">To the first page</a>
          </p>
        </div>
      </PublicPage>
    ),
  });
}
