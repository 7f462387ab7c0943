import type { ComponentChildren } from "preact";
import { useSpeech, useWords } from "../../islands/components/speech.tsx";
import { ERROR_RATES, sittingsMeasured } from "../../scoring/error_rates.ts";
import { renderDocument } from "./document.tsx";
import { PublicPage, type PublicPageProps } from "./public_page.tsx";
import { ShownPicture } from "./shown_picture.tsx";

/** `GET /` as HTML: what it is, what it sees and never sees, how often it is wrong, and the way in for each reader. */
export function renderHome({ manifest, words, origin }: PublicPageProps): string {
  const { tab, lead } = words.sentences.home;
  return renderDocument({ title: tab, description: lead, manifest, words, origin, children: <Home /> });
}

function Home() {
  return (
    <PublicPage>
      <div class="flex flex-col gap-16">
        <Hero />
        <Steps />
        <Seen />
        <Wrong />
        <Promises />
        <Readers />
        <Run />
      </div>
    </PublicPage>
  );
}

const BUTTON = "inline-flex min-h-11 items-center rounded-field px-5 font-medium";
const LINK = "font-medium text-accent underline underline-offset-4";

function Hero() {
  const words = useWords("home");
  return (
    <div class="flex flex-col gap-10">
      <div class="flex max-w-2xl flex-col gap-5">
        <h1 class="text-3xl font-semibold sm:text-4xl">{words.title}</h1>
        <p class="text-lg text-ink-soft">{words.lead}</p>
        <div class="flex flex-wrap gap-3">
          <a href="/join" class={`${BUTTON} bg-accent text-accent-ink hover:opacity-90`}>{words.join}</a>
          <a href="/login" class={`${BUTTON} border border-line-strong bg-raised hover:bg-sunken`}>{words.signIn}</a>
          <a href="/demo" class={`${BUTTON} px-2! ${LINK}`}>{words.tryIt}</a>
        </div>
      </div>
      <ShownPicture name="room" onPhone="room_phone" />
    </div>
  );
}

/** A part of the page with its heading. */
function Part({ title, lead, children }: { title: string; lead?: string; children: ComponentChildren }) {
  return (
    <section class="flex flex-col gap-5 border-t border-line pt-8">
      <div class="flex max-w-prose flex-col gap-2">
        <h2 class="text-2xl font-semibold">{title}</h2>
        {lead && <p class="text-ink-soft">{lead}</p>}
      </div>
      {children}
    </section>
  );
}

/** Steps of an exam in their order, and what shows each. */
const STEPS = [
  { steps: ["sit"], shown: "exam" },
  { steps: ["score", "look"], shown: "reasons" },
  { steps: ["decide"], shown: "replay" },
] as const;

/** How an exam goes, step by step. */
function Steps() {
  const { how } = useWords("home");
  const { speaker } = useSpeech();
  const all = STEPS.flatMap(({ steps }) => steps);
  return (
    <Part title={how.title}>
      <div class="flex flex-col gap-12">
        {STEPS.map(({ steps, shown }) => (
          <div key={shown} class="grid items-start gap-x-12 gap-y-6 md:grid-cols-[minmax(0,1fr)_minmax(0,33rem)]">
            <ol start={all.indexOf(steps[0]) + 1} class="flex flex-col gap-8">
              {steps.map((step) => (
                <li key={step} class="flex flex-col gap-1">
                  <span aria-hidden="true" class="text-sm font-semibold text-accent">
                    {speaker.number(all.indexOf(step) + 1)}
                  </span>
                  <span class="text-lg font-semibold">{how[step].name}</span>
                  <span class="text-ink-soft">{how[step].text}</span>
                </li>
              ))}
            </ol>
            <ShownPicture name={shown} />
          </div>
        ))}
      </div>
    </Part>
  );
}

/** What is recorded, and what never is. */
function Seen() {
  const { sees } = useWords("home");
  return (
    <Part title={sees.title}>
      <div class="grid gap-6 sm:grid-cols-2">
        {[{ ...sees.seen, mark: "+" }, { ...sees.never, mark: "–" }].map(({ name, items, mark }) => (
          <div key={name} class="flex flex-col gap-3 rounded-lg border border-line bg-raised p-5">
            <h3 class="font-semibold">{name}</h3>
            <ul class="flex flex-col gap-2 text-sm">
              {Object.values(items).map((item) => (
                <li key={item} class="flex gap-2">
                  <span aria-hidden="true" class="w-3 shrink-0 text-ink-soft">{mark}</span>
                  {item}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p class="text-sm">
        <a href="/privacy" class={LINK}>{sees.more}</a>
      </p>
    </Part>
  );
}

/** How often each signal is wrong about honest people, as the build knows it. */
function Wrong() {
  const { rates } = useWords("home");
  const signals = useWords("signals");
  const { speaker } = useSpeech();
  const percent = (share: number) => speaker.say(rates.percent, { n: speaker.tenths(share * 100) });
  const range = ({ value, ci_low, ci_high }: { value: number; ci_low: number; ci_high: number }) =>
    speaker.say(rates.rate, { value: percent(value), low: percent(ci_low), high: percent(ci_high) });
  const all = Object.entries(ERROR_RATES);
  const named = (Object.keys(signals) as (keyof typeof signals)[]).flatMap((name) => {
    const errors = all.find(([of]) => of === name)?.[1];
    return errors === undefined ? [] : [{ ...signals[name], errors }];
  });
  return (
    <Part title={rates.title} lead={speaker.say(rates.lead, { n: sittingsMeasured(ERROR_RATES) })}>
      <div
        class="overflow-x-auto rounded-lg border border-line bg-raised"
        tabIndex={0}
        role="region"
        aria-label={rates.title}
      >
        <table class="w-full text-sm">
          <thead class="text-start text-ink-soft">
            <tr>
              <th scope="col" class="px-4 py-2.5 text-start font-medium">{rates.signal}</th>
              <th scope="col" class="px-4 py-2.5 text-end font-medium">{rates.speaks}</th>
              <th scope="col" class="px-4 py-2.5 text-end font-medium">{rates.lifts}</th>
            </tr>
          </thead>
          <tbody>
            {named.map(({ name, meaning, errors }) => (
              <tr key={name} class="border-t border-line">
                <th scope="row" class="px-4 py-2.5 text-start font-normal">
                  <span class="font-medium">{name}</span>
                  <span class="block text-ink-soft">{meaning}</span>
                </th>
                {errors === null
                  ? <td colSpan={2} class="px-4 py-2.5 text-end text-ink-soft">{rates.unmeasured}</td>
                  : [errors.speaks, errors.lifts_alone].map((rate) => (
                    <td
                      key={rate === errors.speaks ? "speaks" : "lifts"}
                      class="whitespace-nowrap px-4 py-2.5 text-end tabular-nums"
                    >
                      {range(rate)}
                    </td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="text-sm">
        <a href="/docs/scoring" class={LINK}>{rates.more}</a>
      </p>
    </Part>
  );
}

/** What each promise can be held against. */
const PROOFS = {
  live: "/docs/performance",
  kept: "/docs/decisions/event_log",
  explained: "/docs/scoring/combination",
  fair: "/docs/scoring",
} as const;

/** What is promised, each with where its proof stands. */
function Promises() {
  const words = useWords("home");
  return (
    <Part title={words.promised}>
      <dl class="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {(Object.keys(PROOFS) as (keyof typeof PROOFS)[]).map((key) => {
          const { name, text, proof } = words.promises[key];
          return (
            <div key={key}>
              <dt class="font-semibold">{name}</dt>
              <dd class="mt-1 flex flex-col gap-2 text-sm text-ink-soft">
                {text}
                <a href={PROOFS[key]} class={LINK}>{proof}</a>
              </dd>
            </div>
          );
        })}
      </dl>
    </Part>
  );
}

/** Where each reader begins. */
const BEGINNINGS = {
  students: { guide: "/docs/guides/sit_an_exam", check: "/check", verify: "/verify" },
  instructors: {
    write: "/docs/guides/write_an_exam",
    admit: "/docs/guides/let_students_in",
    results: "/docs/guides/give_results",
  },
  proctors: { guide: "/docs/guides/work_a_room" },
  reviewers: { guide: "/docs/guides/review_attempts", verify: "/docs/guides/check_an_export" },
  engineers: { run: "/docs/guides/run_a_server", architecture: "/docs/architecture", api: "/api" },
} as const;

function Readers() {
  const { readers } = useWords("home");
  return (
    <Part title={readers.title}>
      <div class="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
        {(Object.keys(BEGINNINGS) as (keyof typeof BEGINNINGS)[]).map((key) => {
          const { name, text, links } = readers[key];
          const labels: Readonly<Record<string, string>> = links;
          return (
            <div key={key} class="flex flex-col gap-2 rounded-lg border border-line bg-raised p-5">
              <h3 class="font-semibold">{name}</h3>
              <p class="text-sm text-ink-soft">{text}</p>
              <ul class="mt-auto flex flex-col gap-1.5 pt-2 text-sm">
                {Object.entries(BEGINNINGS[key]).map(([link, href]) => (
                  <li key={href}>
                    <a href={href} class={LINK}>{labels[link]}</a>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </Part>
  );
}

const COMMANDS = ["npx --yes deno@2.9.6 task start", "npx --yes deno@2.9.6 task test"];

/** How it is run, in as many commands as it takes. */
function Run() {
  const { run } = useWords("home");
  return (
    <Part title={run.title} lead={run.lead}>
      <pre
        dir="ltr"
        translate={false}
        tabIndex={0}
        class="overflow-x-auto rounded-lg border border-line bg-sunken p-4 text-sm"
      >
        <code>{COMMANDS.join("\n")}</code>
      </pre>
      <p class="text-sm">
        <a href="/docs/guides/run_a_server" class={LINK}>{run.more}</a>
      </p>
    </Part>
  );
}
