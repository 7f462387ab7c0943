import type { ComponentChildren } from "preact";
import { EVENT_SCHEMAS } from "../../protocol/events.ts";
import { Retention } from "../../protocol/exam.ts";
import type { Manifest } from "../../server/build/manifest.ts";
import { renderDocument } from "./document.tsx";
import { PublicPage } from "./public_page.tsx";

/** `GET /privacy` as HTML: the data-protection page, made from the same schemas that captured events must pass. */
export function renderPrivacy({ manifest }: { manifest: Manifest }): string {
  return renderDocument({ title: "Data protection", manifest, children: <Privacy /> });
}

interface CapturedKind {
  name: string;
  seen: string;
  fields: { name: string; meaning: string }[];
}

/** Every kind of captured event with its words, and the words of the fields that have some. */
export function capturedKinds(): CapturedKind[] {
  return EVENT_SCHEMAS.map((schema) => {
    const name = schema.shape.type.value;
    return {
      name,
      seen: schema.description ?? name,
      fields: Object.entries(schema.shape)
        .filter(([field]) => field !== "type" && field !== "t")
        .map(([field, shape]) => ({ name: field, meaning: shape.description ?? "" })),
    };
  });
}

function Privacy() {
  const retention = Retention.parse({});
  return (
    <PublicPage>
      <article class="flex max-w-3xl flex-col gap-10">
        <header class="flex flex-col gap-3">
          <h1 class="text-3xl font-semibold">Data protection</h1>
          <p class="text-lg text-ink-soft">
            What is captured while you sit an exam here, who sees it, and how long it is kept. This page is made from
            the same list that the server checks every event against, so it cannot be out of date.
          </p>
        </header>
        <Section title="What is never captured">
          <ul class="list-disc space-y-1 pl-5">
            <li>No camera, no microphone, no picture of your screen.</li>
            <li>Not which keys you press outside your answers: only what kind of key, and when.</li>
            <li>Not your clipboard. What you paste into an answer is a part of your answer.</li>
            <li>Nothing before you agree, and nothing after you submit.</li>
          </ul>
        </Section>
        <Section title="What is captured">
          <p>
            Each with its time since your exam began. Inside an answer, its text is kept letter by letter with its time.
          </p>
          <div
            class="relative overflow-x-auto rounded-lg border border-line bg-raised"
            tabIndex={0}
            role="region"
            aria-label="What is captured"
          >
            <table class="w-full text-left text-sm">
              <thead class="bg-sunken text-ink-soft">
                <tr>
                  <th scope="col" class="px-4 py-2 font-medium">Event</th>
                  <th scope="col" class="px-4 py-2 font-medium">What it says</th>
                </tr>
              </thead>
              <tbody>
                {capturedKinds().map((kind) => (
                  <tr key={kind.name} class="border-t border-line align-top">
                    <th scope="row" class="px-4 py-2.5 font-mono text-xs font-normal">{kind.name}</th>
                    <td class="px-4 py-2.5">
                      {kind.seen}
                      {kind.fields.length > 0 && (
                        <span class="block text-ink-soft">
                          {kind.fields.map((field) => field.name).join(", ")}
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
        <Section title="What it is for">
          <p>
            From these events a risk between 0 and 100 is computed, as a sum of named shares with reasons that you see
            yourself while you write. A high risk makes a proctor look. It decides nothing: a person does, and you can
            ask for the record and its replay.
          </p>
        </Section>
        <Section title="Who sees it">
          <ul class="list-disc space-y-1 pl-5">
            <li>You: your own risk during the exam, and everything that was captured about you, to download.</li>
            <li>
              The proctors and instructors of this exam. In the live room they see lengths of text, not your text.
            </li>
            <li>Nobody else. No page here loads anything from another company.</li>
          </ul>
        </Section>
        <Section title="How long it is kept">
          <p>
            Each exam says how long. Unless it says otherwise, events are removed after {retention.events_days}{" "}
            days and reports after{" "}
            {retention.reports_days}. What is under review is kept until the review ends. You can ask for your data to
            be erased: events, answers and names are removed, and only counts stay.
          </p>
        </Section>
        <Section title="Your choice">
          <p>
            You are asked before the exam starts, and nothing is captured before you agree. If you decline, you are told
            whom to ask about another way to sit the exam. If you use assistive technology, tell your exam office: it is
            taken into account in the score itself.
          </p>
        </Section>
      </article>
    </PublicPage>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="flex flex-col gap-3">
      <h2 class="text-xl font-semibold">{title}</h2>
      {children}
    </section>
  );
}
