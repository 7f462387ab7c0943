import { type ComponentChild, hydrate } from "preact";
import { fieldOf, flag, number, object, optional, text, word } from "../link/reader.ts";
import { keepFocus } from "../components/keep_focus.ts";
import { readPageSpeech } from "../components/page_speech.ts";
import { outliveForeignChanges } from "../components/foreign_changes.ts";
import { Speaking } from "../components/speech.tsx";
import { OpenAttempts } from "./open_attempts.tsx";
import { CodeForm } from "./code_form.tsx";
import { ConsentForm } from "./consent_form.tsx";
import { applyDisplay } from "./display_settings.ts";
import type { JoinExamData } from "./join_page_data.ts";

// Most of both pages is text that needs no script: only the form comes to life, and above the text what is open already.
const form = document.getElementById("join-form");
const offer = document.getElementById("join-offer");
const data: unknown = JSON.parse(document.getElementById("page-data")?.textContent ?? "null");

if (form !== null) {
  applyDisplay();
  const speech = readPageSpeech();
  const bring = (tree: ComponentChild, place: HTMLElement) => {
    hydrate(<Speaking speech={speech}>{tree}</Speaking>, place);
    outliveForeignChanges(place);
  };
  if (fieldOf(data, "code") === undefined) bring(<CodeForm />, form);
  else {
    const exam = readData(data);
    if (offer !== null) bring(<OpenAttempts code={exam.code} />, offer);
    bring(<ConsentForm {...exam} />, form);
  }
  keepFocus(document);
  document.documentElement.dataset.ready = "true";
}

function readData(value: unknown): JoinExamData {
  return object<JoinExamData>({
    code: text,
    join: word("open", "roster"),
    consentVersion: text,
    opening: optional(object<NonNullable<JoinExamData["opening"]>>({ opensAt: number, serverTime: number })),
    isByProctor: optional(flag),
    language: optional(text),
  })(value);
}
