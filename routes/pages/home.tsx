import type { Manifest } from "../../server/build/manifest.ts";
import { renderDocument } from "./document.tsx";
import { PublicPage } from "./public_page.tsx";

const PROMISES = [
  ["Live", "Proctors see a change within a second, with the reason for it in plain words."],
  ["Nothing lost", "What was acknowledged is on disk. A dropped connection or a crash loses no answer."],
  ["Explained", "A score is a sum of named shares, each tied to what was seen. It can be replayed and contested."],
  ["Fair", "Accommodations go into the score, and “too little to say” is an answer."],
] as const;

/** `GET /` as HTML. */
export function renderHome({ manifest }: { manifest: Manifest }): string {
  return renderDocument({ title: "Online exams", manifest, children: <Home /> });
}

function Home() {
  return (
    <PublicPage>
      <div class="flex flex-col gap-12">
        <div class="flex max-w-2xl flex-col gap-5">
          <h1 class="text-3xl font-semibold sm:text-4xl">
            Online exams, watched by how they are taken, not by a camera
          </h1>
          <p class="text-lg text-ink-soft">
            No camera, no microphone, no screen recording. Invigil looks at the rhythm of an exam and tells a proctor,
            with reasons, when something is worth a look.
          </p>
          <div class="flex flex-wrap gap-3">
            <a
              href="/join"
              class="inline-flex min-h-11 items-center rounded-field bg-accent px-5 font-medium text-accent-ink hover:opacity-90"
            >
              Join an exam
            </a>
            <a
              href="/login"
              class="inline-flex min-h-11 items-center rounded-field border border-line-strong bg-raised px-5 font-medium hover:bg-sunken"
            >
              Sign in as staff
            </a>
          </div>
        </div>
        <dl class="grid gap-x-8 gap-y-6 border-t border-line pt-8 sm:grid-cols-2 lg:grid-cols-4">
          {PROMISES.map(([name, text]) => (
            <div key={name}>
              <dt class="font-semibold">{name}</dt>
              <dd class="mt-1 text-sm text-ink-soft">{text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </PublicPage>
  );
}
