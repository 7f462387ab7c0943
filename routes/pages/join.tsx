import { CodeForm } from "../../islands/student/code_form.tsx";
import type { Manifest } from "../../server/build/manifest.ts";
import { renderDocument } from "./document.tsx";
import { PublicPage } from "./public_page.tsx";

export interface JoinPageProps {
  manifest: Manifest;
  /** A code that was asked for and opens no exam; it is shown, so that a typing error is seen. */
  unknownCode?: string;
}

/** `GET /join` as HTML, and what `/join/CODE` answers (with 404) for a code that opens no exam. */
export function renderJoin({ manifest, unknownCode }: JoinPageProps): string {
  const title = unknownCode === undefined ? "Join an exam" : "No exam has this code";
  return renderDocument({ title, manifest, script: "join", data: {}, children: <Join unknownCode={unknownCode} /> });
}

function Join({ unknownCode }: { unknownCode?: string }) {
  return (
    <PublicPage>
      <div class="flex max-w-md flex-col gap-6">
        <div class="flex flex-col gap-2">
          <h1 class="text-3xl font-semibold">{unknownCode === undefined ? "Join an exam" : "No exam has this code"}</h1>
          {unknownCode === undefined
            ? <p class="text-lg text-ink-soft">You will see what is captured, and why, before anything starts.</p>
            : (
              <p>
                <strong class="wrap-anywhere">{unknownCode}</strong>{" "}
                opens no exam that can be joined now. Check it letter by letter, or ask whoever gave it to you.
              </p>
            )}
        </div>
        <div id="join-form">
          <CodeForm />
        </div>
        <noscript>
          <p>An exam needs JavaScript: it saves your answers as you write them. Allow it for this page.</p>
        </noscript>
      </div>
    </PublicPage>
  );
}
