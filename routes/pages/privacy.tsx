import type { ComponentChildren } from "preact";
import { CAPTURE_TOPICS, captureCatalogue, CONSENT_VERSION, NEVER_CAPTURED } from "../../islands/capture/catalogue.ts";
import { Retention } from "../../protocol/exam.ts";
import type { Manifest } from "../../server/build/manifest.ts";
import { renderDocument } from "./document.tsx";
import { PublicPage } from "./public_page.tsx";

/** `GET /privacy` as HTML: the data-protection page, made from the same schemas that captured events must pass. */
export function renderPrivacy({ manifest }: { manifest: Manifest }): string {
  return renderDocument({ title: "Data protection", manifest, children: <Privacy /> });
}

function Privacy() {
  const retention = Retention.parse({});
  const catalogue = captureCatalogue();
  return (
    <PublicPage>
      <article class="flex max-w-3xl flex-col gap-10">
        <header class="flex flex-col gap-3">
          <h1 class="text-3xl font-semibold">Data protection</h1>
          <p class="text-lg text-ink-soft">
            What is captured while you sit an exam here, who sees it, and how long it is kept. This page is made from
            the same list that the server checks every event against, so it cannot be out of date. You agree to version
            {" "}
            {CONSENT_VERSION}.
          </p>
        </header>
        <Section title="What is never captured">
          <ul class="list-disc space-y-1 pl-5">
            {NEVER_CAPTURED.map((sentence) => <li key={sentence}>{sentence}</li>)}
          </ul>
        </Section>
        <Section title="What is captured">
          <p>
            Each with its time since your exam began. Inside an answer, its text is kept letter by letter with its time.
          </p>
          {CAPTURE_TOPICS.map((topic) => (
            <div key={topic} class="flex flex-col gap-2 pt-2">
              <h3 class="font-semibold">{topic}</h3>
              <dl class="divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised text-sm">
                {catalogue.filter((entry) => entry.topic === topic).map((entry) => (
                  <div key={entry.type} class="px-4 py-3">
                    <dt>{entry.seen}</dt>
                    <dd class="mt-0.5 text-ink-soft">
                      {entry.purpose} <code class="whitespace-nowrap text-xs">{entry.type}</code>
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
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
