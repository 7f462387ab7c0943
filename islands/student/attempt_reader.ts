import type { AttemptAnswer } from "../../protocol/attempt.ts";
import type { Paper } from "../../protocol/paper.ts";
import type { SittingRules } from "../../protocol/sitting_rules.ts";
import type { Closing } from "../../protocol/closing.ts";
import type { PaperSection } from "../../protocol/sections.ts";
import { dictionary, flag, list, nullable, number, object, optional, type Reader, text, word } from "../link/reader.ts";
import { answer, attemptState, ended, risk, showRisk, standing, technology } from "../link/server_message.ts";
import { readQuestion } from "./items/registry.tsx";

type OwnRisk = NonNullable<AttemptAnswer["risk"]>;
type HowEnded = NonNullable<AttemptAnswer["ended"]>;

const section = object<PaperSection>({ id: text, title: text, text: optional(text), html: optional(text) });

/** Reads what `GET /api/attempt` answers. @throws {TypeError} If it is something else. */
export const readAttempt: Reader<AttemptAnswer> = object<AttemptAnswer>({
  attempt_id: text,
  state: attemptState,
  student: object<{ name: string; number?: string }>({ name: text, number: optional(text) }),
  started_at: number,
  deadline: number,
  server_time: number,
  last_seq: number,
  last_t: optional(number),
  waits_until: optional(number),
  declared: optional(list(technology)),
  exam: object<Paper>({
    exam_id: text,
    title: text,
    language: optional(text),
    instructions: optional(text),
    instructions_html: optional(text),
    sections: optional(list(section)),
    navigation: optional(word("free", "forward")),
    questions: list(readQuestion),
  }),
  furthest: optional(text),
  answers: dictionary(answer),
  closing: optional(object<Closing>({
    handed_in: nullable(number),
    saved: nullable(number),
    questions: number,
    answered: number,
    characters: number,
    results: word("manual", "after_close"),
    events_days: number,
    admitted: optional(flag),
    statements: optional(flag),
    reports_days: number,
  })),
  receipt: text,
  last_hash: optional(nullable(text)),
  ...standing,
  show_risk: optional(showRisk),
  rules: optional(object<SittingRules>({
    fullscreen: optional(word("ask")),
    copy: optional(word("discourage")),
    print: optional(word("discourage")),
    context_menu: optional(word("discourage")),
  })),
  takes_statements: optional(flag),
  risk: optional(nullable(object<OwnRisk>(risk))),
  ended: optional(object<HowEnded>(ended)),
});
