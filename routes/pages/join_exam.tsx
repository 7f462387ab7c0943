import type { ComponentChildren } from "preact";
import { CAPTURE_CATALOGUE, CAPTURE_TOPICS, CONSENT_VERSION } from "../../islands/capture/catalogue.ts";
import { AlertBox } from "../../islands/components/alert_box.tsx";
import { type AuthoredText, RichText } from "../../islands/components/rich_text.tsx";
import { Said } from "../../islands/components/said.tsx";
import { useSpeech, useWords } from "../../islands/components/speech.tsx";
import { ConsentForm } from "../../islands/student/consent_form.tsx";
import { OpenAttempts } from "../../islands/student/open_attempts.tsx";
import { withLanguage } from "../../islands/student/content_language.ts";
import type { JoinExamData } from "../../islands/student/join_page_data.ts";
import { durationWords } from "../../islands/student/time_words.ts";
import { RULE_NAMES, type SittingRules } from "../../protocol/sitting_rules.ts";
import type { AtHundred, ShowRisk } from "../../protocol/exam.ts";
import { renderDocument } from "./document.tsx";
import { NoScript, PublicPage, type PublicPageProps } from "./public_page.tsx";

interface JoinExamPageProps extends PublicPageProps {
  exam: {
    code: string;
    title: string;
    /** BCP 47 tag of the language that the exam is written in, where it says so. */
    language?: string;
    /** Shown before joining as they are at hand during the exam. */
    instructions?: AuthoredText;
    /** Whether a question that was left cannot be changed. */
    isForward: boolean;
    isByProctor: boolean;
    durationMinutes: number;
    /** How many each student gets. */
    questions: number;
    join: "open" | "roster";
    /** When it opens, ms since 1970, where it has not yet. */
    opensAt?: number;
    /** The server's time when the page was asked for, ms since 1970: the countdown goes by it. */
    serverTime: number;
    atHundred: AtHundred;
    showRisk: ShowRisk;
    /** What is asked of students while they write. */
    rules?: SittingRules;
    retention: { eventsDays: number; reportsDays: number };
    /** Where the server takes late work after the deadline, minutes. */
    graceMinutes: number;
  };
}

/** `GET /join/CODE` as HTML: what the exam is, what is captured and why, and the question whether to agree. */
export function renderJoinExam({ manifest, words, exam }: JoinExamPageProps): string {
  const { code, join, opensAt, serverTime, isByProctor, language } = exam;
  const data: JoinExamData = {
    ...{ code, join, consentVersion: CONSENT_VERSION },
    ...(opensAt !== undefined && { opening: { opensAt, serverTime } }),
    ...(isByProctor && { isByProctor }),
    ...(language && { language }),
  };
  return renderDocument({
    title: exam.title,
    manifest,
    words,
    script: "join",
    groups: ["joinForms", "personalLink", "before", "examStatus", "refused"],
    data,
    children: <JoinExam exam={exam} data={data} />,
  });
}

function JoinExam({ exam, data }: { exam: JoinExamPageProps["exam"]; data: JoinExamData }) {
  const words = useWords("consent");
  const { admission, check, forward } = useWords("before");
  const { speaker } = useSpeech();
  const facts = { questions: exam.questions, duration: durationWords(exam.durationMinutes, speaker, words.duration) };
  return (
    <PublicPage place="join">
      <article class="flex max-w-3xl flex-col gap-8">
        <header class="flex flex-col gap-3">
          <p class="text-sm font-medium text-ink-soft">{speaker.say(words.code, { code: exam.code })}</p>
          <h1 lang={exam.language} dir="auto" class="w-fit text-3xl font-semibold wrap-anywhere">{exam.title}</h1>
          <p class="text-lg text-ink-soft">{speaker.say(words.lead, facts)}</p>
        </header>
        <div id="join-offer" class="empty:-mt-8">
          <OpenAttempts code={exam.code} />
        </div>
        <InShort exam={exam} />
        {exam.isByProctor && <AlertBox title={admission.title}>{admission.text}</AlertBox>}
        {exam.isForward && <AlertBox title={forward.title}>{forward.text}</AlertBox>}
        {exam.instructions !== undefined && <Instructions of={exam.instructions} language={exam.language} />}
        <Section title={exam.join === "roster" ? words.withToken : words.who}>
          <div id="join-form" class="max-w-md">
            <ConsentForm {...data} />
          </div>
          <NoScript />
        </Section>
        <p class="border-t border-line pt-6 text-ink-soft">
          <Said
            sentence={check.lead}
            places={{
              check: <a href={withLanguage("/check", exam.language)} class={LINK_CLASS}>{check.link}</a>,
            }}
          />
        </p>
      </article>
    </PublicPage>
  );
}

const LINK_CLASS = "font-medium text-accent underline underline-offset-4";

/** What everybody should know, in five lines; the whole of it is one click away, before the form that asks to agree. */
function InShort({ exam }: { exam: JoinExamPageProps["exam"] }) {
  const words = useWords("before");
  const { use } = useWords("consent");
  const { speaker } = useSpeech();
  const { eventsDays, reportsDays } = exam.retention;
  const lines = [
    words.captured,
    words.risk[exam.showRisk],
    use.atHundred[exam.atHundred],
    speaker.say(words.kept, { events: eventsDays, reports: reportsDays }),
    words.network,
  ];
  const asked = RULE_NAMES.filter((name) => exam.rules?.[name] !== undefined);
  return (
    <Section title={words.inShort}>
      <ul class="list-disc space-y-1 ps-5">
        {lines.map((line) => <li key={line}>{line}</li>)}
      </ul>
      {asked.length > 0 && (
        <div>
          <p class="font-medium">{words.asked}</p>
          <ul class="mt-1 list-disc space-y-1 ps-5">
            {asked.map((name) => <li key={name}>{words.rules[name]}</li>)}
          </ul>
        </div>
      )}
      <Details exam={exam} />
    </Section>
  );
}

const SUMMARY_CLASS = "w-fit rounded-field py-1 font-medium text-accent underline underline-offset-4";

/** The whole of what is agreed to, without a script one click away. */
function Details({ exam }: { exam: JoinExamPageProps["exam"] }) {
  const words = useWords("consent");
  const { details } = useWords("before");
  const { never } = useWords("catalogue");
  return (
    <details id="consent-details">
      <summary class={SUMMARY_CLASS}>{details}</summary>
      <div class="mt-4 flex flex-col gap-8 border-s-2 border-line ps-4 sm:ps-6">
        <Part title={words.captured.title}>
          <p>{words.captured.lead}</p>
          <Captured />
        </Part>
        <Part title={words.never}>
          <ul class="list-disc space-y-1 ps-5">
            {Object.values(never).map((sentence) => <li key={sentence}>{sentence}</li>)}
          </ul>
        </Part>
        <Part title={words.use.title}>
          <Use exam={exam} />
          <p>
            <a href={withLanguage("/privacy", exam.language)} class={LINK_CLASS}>{words.privacy}</a>
          </p>
        </Part>
      </div>
    </details>
  );
}

/** Instructions that are longer than this wait behind their heading, in characters. */
const SHORT_INSTRUCTIONS = 600;

/** What the exam's authors want read before anybody starts. */
function Instructions({ of, language }: { of: AuthoredText; language?: string }) {
  const words = useWords("before");
  return (
    <details id="instructions" open={of.text.length <= SHORT_INSTRUCTIONS}>
      <summary class="w-fit rounded-field py-1 text-xl font-semibold">
        <h2 class="inline">{words.instructions}</h2>
      </summary>
      <RichText of={of} language={language} class="mt-3 rounded-field bg-sunken px-4 py-3" />
    </details>
  );
}

/** Every kind of event, by what it is about. */
function Captured() {
  const { topics, events } = useWords("catalogue");
  return (
    <dl class="divide-y divide-line rounded-lg border border-line bg-raised">
      {CAPTURE_TOPICS.map((topic) => (
        <div key={topic} class="grid gap-x-6 gap-y-2 px-4 py-4 sm:grid-cols-[9rem_1fr]">
          <dt class="font-semibold">{topics[topic]}</dt>
          <dd>
            <ul class="flex flex-col gap-3">
              {CAPTURE_CATALOGUE.filter((entry) => entry.topic === topic).map(({ type }) => (
                <li key={type}>
                  {events[type].seen}
                  <span class="block text-ink-soft">{events[type].purpose}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What happens with the events, by this exam's policy. */
function Use({ exam }: { exam: JoinExamPageProps["exam"] }) {
  const { use, duration } = useWords("consent");
  const { speaker } = useSpeech();
  const { eventsDays, reportsDays } = exam.retention;
  return (
    <ul class="list-disc space-y-1 ps-5">
      <li>{use.risk[exam.showRisk]}</li>
      <li>{use.person}</li>
      <li>{use.atHundred[exam.atHundred]}</li>
      <li>{speaker.say(use.kept, { events: eventsDays, reports: reportsDays })}</li>
      <li>{use.deadline}</li>
      <li>
        {exam.graceMinutes === 0
          ? use.network
          : speaker.say(use.networkWithGrace, { grace: durationWords(exam.graceMinutes, speaker, duration) })}
      </li>
      <li>{use.accommodations}</li>
    </ul>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="flex flex-col gap-4">
      <h2 class="text-xl font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/** A section within one. */
function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="flex flex-col gap-4">
      <h3 class="text-lg font-semibold">{title}</h3>
      {children}
    </section>
  );
}
