import type { ComponentChildren } from "preact";
import { CAPTURE_CATALOGUE, CAPTURE_TOPICS, CONSENT_VERSION } from "../../islands/capture/catalogue.ts";
import { useSpeech, useWords } from "../../islands/components/speech.tsx";
import { Retention } from "../../protocol/exam_document.ts";
import { renderDocument } from "./document.tsx";
import { PublicPage, type PublicPageProps } from "./public_page.tsx";

/** `GET /privacy` as HTML: the data-protection page, made from the same schemas that captured events must pass. */
export function renderPrivacy({ manifest, words }: PublicPageProps): string {
  return renderDocument({ title: words.sentences.privacy.title, manifest, words, children: <Privacy /> });
}

function Privacy() {
  const words = useWords("privacy");
  const { speaker } = useSpeech();
  const retention = Retention.parse({});
  const kept = { events: retention.events_days, reports: retention.reports_days };
  return (
    <PublicPage>
      <article class="flex max-w-3xl flex-col gap-10">
        <header class="flex flex-col gap-3">
          <h1 class="text-3xl font-semibold">{words.title}</h1>
          <p class="text-lg text-ink-soft">{speaker.say(words.lead, { version: CONSENT_VERSION })}</p>
        </header>
        <Section title={words.never}>
          <List sentences={Object.values(useWords("catalogue").never)} />
        </Section>
        <Section title={words.captured.title}>
          <p>{words.captured.lead}</p>
          <Captured />
        </Section>
        <Section title={words.use.title}>
          <p>{words.use.text}</p>
        </Section>
        <Section title={words.seenBy.title}>
          <List sentences={[words.seenBy.you, words.seenBy.staff, words.seenBy.nobodyElse]} />
        </Section>
        <Section title={words.kept.title}>
          <p>{speaker.say(words.kept.text, kept)}</p>
        </Section>
        <Section title={words.browser.title}>
          <p>{words.browser.text}</p>
        </Section>
        <Section title={words.choice.title}>
          <p>{words.choice.text}</p>
        </Section>
      </article>
    </PublicPage>
  );
}

/** Every kind of event with its name in the log, by what it is about. */
function Captured() {
  const { topics, events } = useWords("catalogue");
  return (
    <>
      {CAPTURE_TOPICS.map((topic) => (
        <div key={topic} class="flex flex-col gap-2 pt-2">
          <h3 class="font-semibold">{topics[topic]}</h3>
          <dl class="divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised text-sm">
            {CAPTURE_CATALOGUE.filter((entry) => entry.topic === topic).map(({ type }) => (
              <div key={type} class="px-4 py-3">
                <dt>{events[type].seen}</dt>
                <dd class="mt-0.5 text-ink-soft">
                  {events[type].purpose} <code class="whitespace-nowrap text-xs">{type}</code>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}

function List({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul class="list-disc space-y-1 ps-5">
      {sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}
    </ul>
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
