import { consentParts } from "../islands/watch/consent_parts.ts";
import { element } from "../islands/watch/element.ts";
import { callServer, RefusedCall } from "../islands/watch/watch_call.ts";
import { readWatchedExam } from "../islands/watch/watch_readers.ts";
import { ownPlace } from "../islands/watch/watch_style.ts";
import { newRequestId } from "../islands/watch/request_id.ts";
import { WatchWords } from "../islands/watch/watch_words.ts";
import { isPageOrigin } from "../protocol/origin_form.ts";
import type { WatchedExam } from "../protocol/watched_exam.ts";
import { watch as german } from "../words/de/watch.ts";
import { watch as english } from "../words/en/watch.ts";
import { flatTexts } from "../words/watch_texts.ts";
import { ask, type Pending, type Told } from "./messages.ts";
import { forgetPending, putPending } from "./session_store.ts";
import { readStartLink, type StartLink } from "./start_link.ts";
import { pagesOf } from "./watched_tabs.ts";

/** How often an open popup asks how it stands, ms. */
const LOOK_EVERY_MS = 1_000;

/** Words for before an exam has given its own: the browser's language, where there is one. */
function browserWords(): WatchWords {
  const isGerman = navigator.language.toLowerCase().startsWith("de");
  return new WatchWords({ language: isGerman ? "de" : "en", texts: flatTexts(isGerman ? german : english) });
}

const ours = browserWords();
const { host, root } = ownPlace(ours.language);
const place = element("main", { className: "stack popup" });
root.append(place);
document.documentElement.lang = ours.language;
document.body.append(host);

function show(...children: (Node | null)[]): void {
  place.replaceChildren(...children.filter((child) => child !== null));
}

/** Asks for the start link, with the one of the tab that it was opened on. */
async function showStart(problem = ""): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const here = readStartLink(tab?.url ?? "");
  if (here !== null && problem === "") return await showExam(here);
  const field = element("input", { type: "url", dir: "ltr", required: true });
  const form = element(
    "form",
    { className: "stack", noValidate: true },
    element("h1", {}, "Invigil"),
    element("p", {}, ours.say("extension.lead")),
    element("label", {}, ours.say("extension.link"), field),
    element("p", { className: "problem", role: "alert" }, problem),
    element("div", { className: "row" }, element("button", { className: "main" }, ours.say("extension.find"))),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    const link = readStartLink(field.value);
    if (link === null) void showStart(ours.say("extension.wrongLink"));
    else void showExam(link);
  };
  show(form);
  field.focus();
}

async function showExam(link: StartLink): Promise<void> {
  const { server, code, token } = link;
  try {
    const body = token === null ? { code } : { token };
    const exam = readWatchedExam(await callServer(server, "/api/watched", { body, language: navigator.language }));
    if (exam.watched_origin === undefined) return await showStart(ours.say("extension.writtenHere"));
    // The browser would take a wildcard for every site there is.
    if (!isPageOrigin(exam.watched_origin)) return await showStart(ours.say("extension.wrongLink"));
    showConsent(link, exam, exam.watched_origin);
  } catch (error) {
    const why = error instanceof RefusedCall && error.code !== "unreachable"
      ? error.message
      : ours.say("consent.unreachable");
    await showStart(ours.say("consent.failed", { why }));
  }
}

/** Says what is captured and asks whether to begin. */
function showConsent(link: StartLink, exam: WatchedExam, watchedOrigin: string): void {
  const words = new WatchWords(exam.spoken);
  host.lang = words.language;
  const name = element("input", { name: "name", autocomplete: "name", maxLength: 200 });
  const number = element("input", { name: "number", autocomplete: "off", maxLength: 200 });
  const problem = element("p", { className: "problem", role: "alert" });
  const agree = element("button", { className: "main" }, words.say("consent.agree"));
  const decline = element("button", { type: "button" }, words.say("consent.decline"));
  const form = element(
    "form",
    { className: "stack", noValidate: true },
    element("h1", {}, words.say("consent.title", { title: exam.title })),
    ...consentParts(exam, words, { hasAnswers: false, hasTabs: true }),
    link.token === null ? element("label", {}, words.say("consent.name"), name) : null,
    link.token === null ? element("label", {}, words.say("consent.number"), number) : null,
    // In the extension's own words, whatever the server's say.
    element(
      "p",
      { lang: ours.language },
      ours.say("extension.between", { server: new URL(link.server).host, host: new URL(watchedOrigin).host }),
    ),
    problem,
    element("div", { className: "row" }, agree, decline),
  );
  decline.onclick = async () => {
    await forgetPending();
    await showStart(" ");
  };
  form.onsubmit = async (event) => {
    event.preventDefault();
    if (link.token === null && name.value.trim() === "") {
      problem.textContent = words.say("consent.nameMissing");
      return name.focus();
    }
    agree.disabled = true;
    const problemNow = await begin(link, exam, watchedOrigin, { name: name.value.trim(), number: number.value.trim() });
    agree.disabled = false;
    if (problemNow === null) return await showHow();
    problem.textContent = problemNow === "denied"
      ? words.say("extension.denied")
      : words.say("consent.failed", { why: problemNow || words.say("consent.unreachable") });
  };
  show(form);
}

/** Asks the browser for the pages of the exam, and begins. @returns Why it did not; null where it did. */
async function begin(
  { server, code, token }: StartLink,
  exam: WatchedExam,
  watchedOrigin: string,
  { name, number }: { name: string; number: string },
): Promise<string | null> {
  const consent = { version: exam.spoken.consent_version, language: exam.spoken.language };
  const student = { name, ...(number !== "" && { number }) };
  const pending: Pending = {
    server,
    body: { ...(token === null ? { code, student } : { token }), consent, request_id: newRequestId() },
    exam: {
      code: exam.code,
      title: exam.title,
      watchedOrigin,
      showRisk: exam.show_risk,
      spoken: exam.spoken,
    },
  };
  // Not awaited: the browser asks only while it knows that somebody has pressed something.
  const isPut = putPending(pending);
  if (!await chrome.permissions.request({ origins: [pagesOf(watchedOrigin)] })) {
    await forgetPending();
    return "denied";
  }
  await isPut;
  return (await ask({ type: "begin" })).problem;
}

/** How the attempt stands, and what can be done. */
async function showHow(): Promise<void> {
  const told = await ask({ type: "how" });
  if (told?.session === null || told === null) return await showStart();
  const words = new WatchWords(told.session.spoken);
  host.lang = words.language;
  const state = element("p", { role: "status" });
  const risk = element("p");
  const reasons = element("ul");
  const unsent = element("p", { className: "soft" });
  const notices = element("div", { className: "stack" });
  const pause = element("button", { type: "button" });
  const asked = element("p", { className: "soft", role: "status" });
  const call = element("button", { type: "button" }, words.say("bar.call"));
  const open = element("button", { type: "button", className: "main" }, words.say("extension.open"));
  const stop = element("button", { type: "button" }, words.say("extension.stop"));
  const { watchedOrigin, title, showRisk } = told.session;
  let isPaused = false;
  let shown = "";
  const update = ({ session, stand }: Told) => {
    if (session === null || stand === null) return;
    // Only what differs is drawn anew: the focus stays, and nothing is announced twice.
    const now = JSON.stringify([session.isPaused, stand]);
    if (now === shown) return;
    shown = now;
    isPaused = session.isPaused;
    state.textContent = isPaused
      ? words.say("extension.paused")
      : [words.say(`state.${stand.state}`), ...(stand.reason === null ? [] : [stand.reason])].join(": ");
    risk.textContent = showRisk !== "live"
      ? words.say("bar.hiddenRisk")
      : stand.risk === null
      ? words.say("bar.noRisk")
      : words.say("bar.risk", { risk: Math.round(stand.risk.risk), level: words.say(`level.${stand.risk.level}`) });
    unsent.textContent = stand.unsent > 0 ? words.say("extension.unsent", { n: stand.unsent }) : "";
    pause.textContent = words.say(isPaused ? "extension.resume" : "extension.pause");
    notices.replaceChildren(...stand.notices.map(({ id, kind, text }) => {
      const read = element("button", { type: "button" }, words.say("bar.read"));
      read.onclick = () => void ask({ type: "read", id });
      return element(
        "div",
        { className: "notice stack", data: { kind } },
        element("strong", {}, words.say(`bar.${kind}`)),
        element("p", { dir: "auto" }, text),
        read,
      );
    }));
  };
  const explain = async () => {
    if (showRisk !== "live") return;
    const said = await ask({ type: "explain" });
    if (said !== null) reasons.replaceChildren(...said.reasons.map((reason) => element("li", {}, reason)));
  };
  pause.onclick = async () => {
    // It may have been taken away meanwhile.
    if (isPaused && !await chrome.permissions.request({ origins: [pagesOf(watchedOrigin)] })) return;
    update(await ask({ type: "pause", isPaused: !isPaused }));
  };
  call.onclick = async () =>
    asked.textContent = words.say(await ask({ type: "call" }) ? "bar.called" : "bar.notCalled");
  open.onclick = () => void chrome.tabs.create({ url: watchedOrigin });
  const timer = setInterval(async () => {
    const now = await ask({ type: "how" });
    if (now !== null) update(now);
  }, LOOK_EVERY_MS);
  stop.onclick = () => {
    clearInterval(timer);
    showStop(words, words.say("extension.stopAsk"), false);
  };
  update(told);
  show(
    element("h1", {}, title),
    notices,
    state,
    risk,
    reasons,
    element("p", { className: "soft" }, words.say("bar.person")),
    unsent,
    element("div", { className: "row" }, open, call),
    asked,
    element("div", { className: "row" }, pause, stop),
  );
  void ask({ type: "shown" });
  void explain();
}

/** Asks once more before everything ends. */
function showStop(words: WatchWords, why: string, losesUnsent: boolean): void {
  const sure = element("button", { type: "button", className: "main" }, words.say("extension.stopSure"));
  const back = element("button", { type: "button" }, words.say("extension.cancel"));
  sure.onclick = async () => {
    sure.disabled = true;
    const { isStopped } = await ask({ type: "stop", losesUnsent });
    if (!isStopped) return showStop(words, words.say("extension.stopUnsent"), true);
    show(element("h1", {}, "Invigil"), element("p", { role: "status" }, words.say("extension.ended")));
  };
  back.onclick = () => void showHow();
  show(
    element("h1", {}, words.say("extension.stop")),
    element("p", { role: "alert" }, why),
    element("div", { className: "row" }, sure, back),
  );
  back.focus();
}

await showHow();
