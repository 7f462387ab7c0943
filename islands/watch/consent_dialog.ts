import type { Student } from "../../protocol/exam.ts";
import type { WatchedExam } from "../../protocol/watched_exam.ts";
import { consentParts } from "./consent_parts.ts";
import { element } from "./element.ts";
import { ownPlace } from "./watch_style.ts";
import type { WatchWords } from "./watch_words.ts";

/** What is asked of a student before anything is captured. */
interface ConsentQuestion {
  exam: WatchedExam;
  words: WatchWords;
  /** Whether the text of answers is sent as well. */
  hasAnswers: boolean;
  /** Whether the page does not know who writes: the dialog asks. */
  asksName: boolean;
  /** Begins, once somebody agrees. @throws {Error} With a sentence that says why it cannot. */
  begin: (student: Student | null) => Promise<void>;
}

/** Asks a student in a dialog over the page. @returns Whether they agreed, and it began. */
export function askConsent({ exam, words, hasAnswers, asksName, begin }: ConsentQuestion): Promise<boolean> {
  const { host, root } = ownPlace(words.language);
  const problem = element("p", { className: "problem", role: "alert", hidden: true });
  const name = element("input", { name: "name", autocomplete: "name", maxLength: 200, required: true });
  const number = element("input", { name: "number", autocomplete: "off", maxLength: 200 });
  const agree = element("button", { type: "submit", className: "main" }, words.say("consent.agree"));
  const decline = element("button", { type: "button" }, words.say("consent.decline"));
  const title = element("h2", { id: "title", tabIndex: -1 }, words.say("consent.title", { title: exam.title }));
  const form = element(
    "form",
    { className: "stack", noValidate: true },
    title,
    ...consentParts(exam, words, { hasAnswers, hasTabs: false }),
    asksName ? element("label", {}, words.say("consent.name"), name) : null,
    asksName ? element("label", {}, words.say("consent.number"), number) : null,
    problem,
    element("div", { className: "row" }, agree, decline),
  );
  const dialog = element("dialog", { aria: { labelledby: "title" } }, form);
  root.append(dialog);
  document.body.append(host);
  dialog.showModal();
  // What is asked comes before the answer: also for whoever was typing as it opened.
  title.focus();
  const say = (why: string, isOfName: boolean) => {
    problem.textContent = why;
    problem.hidden = false;
    name.setAttribute("aria-invalid", String(isOfName));
    (isOfName ? name : agree).focus();
  };
  return new Promise((resolve) => {
    const end = (hasBegun: boolean) => {
      host.remove();
      resolve(hasBegun);
    };
    let isBeginning = false;
    decline.onclick = () => end(false);
    dialog.oncancel = (event) => {
      // What was agreed to is under way.
      if (isBeginning) event.preventDefault();
      else end(false);
    };
    const wait = (isWaiting: boolean) => {
      isBeginning = isWaiting;
      agree.disabled = isWaiting;
      decline.disabled = isWaiting;
    };
    form.onsubmit = async (event) => {
      event.preventDefault();
      const given = name.value.trim();
      if (asksName && given === "") return say(words.say("consent.nameMissing"), true);
      wait(true);
      problem.hidden = true;
      try {
        const of = number.value.trim();
        await begin(asksName ? { name: given, ...(of !== "" && { number: of }) } : null);
        end(true);
      } catch (error) {
        wait(false);
        say(words.say("consent.failed", { why: error instanceof Error ? error.message : String(error) }), false);
      }
    };
  });
}
