import type { Candidate, ImportTold } from "./found.ts";

/** Characters and numbers that the schemas of `protocol/items` allow. */
const MOST_TAGS = 20;
const MOST_TAG_CHARACTERS = 50;
const MOST_FEEDBACK = 5_000;
const MOST_CHOICE_FEEDBACK = 2_000;

/** Tags of a file as a question has them; what does not fit is named. */
export function tagsField(tags: readonly string[], losses: ImportTold[]): Candidate {
  const trimmed = [...new Set(tags.map((tag) => tag.trim()))].filter((tag) => tag !== "");
  const fitting = trimmed.filter((tag) => tag.length <= MOST_TAG_CHARACTERS).slice(0, MOST_TAGS);
  const left = trimmed.filter((tag) => !fitting.includes(tag));
  if (left.length > 0) losses.push({ key: "tags_left_out", values: { tags: left.join(", ").slice(0, 200) } });
  return fitting.length === 0 ? {} : { tags: fitting };
}

/** What is said of a question once it is answered; what is too long is left out. */
export function feedbackField(feedback: string, losses: ImportTold[]): Candidate {
  const [text] = fittingFeedback([feedback], MOST_FEEDBACK, losses);
  return text === undefined ? {} : { feedback: text };
}

/** What is said to each choice, where something is: nothing in the place of what is too long. */
export function choiceFeedback(feedback: string, losses: ImportTold[]): string | undefined {
  return fittingFeedback([feedback], MOST_CHOICE_FEEDBACK, losses)[0];
}

function fittingFeedback(texts: readonly string[], most: number, losses: ImportTold[]): string[] {
  const said = texts.filter((text) => text.trim() !== "");
  const fitting = said.filter((text) => text.length <= most);
  if (fitting.length < said.length) losses.push({ key: "feedback_left_out", values: {} });
  return fitting;
}

/**
 * A question with what its file says to whoever is right or wrong. Where one choice is made, that is the same as what is said to each
 * choice; anywhere else there is no place for it.
 */
export function withResultFeedback(
  candidate: Candidate,
  right: string,
  wrong: string,
  losses: ImportTold[],
): Candidate {
  if (right.trim() === "" && wrong.trim() === "") return candidate;
  const saidTo = (isRight: boolean, own: unknown) => {
    const text = [typeof own === "string" ? own : "", isRight ? right : wrong].filter((each) => each.trim() !== "");
    const feedback = choiceFeedback(text.join("\n\n"), losses);
    return feedback === undefined ? {} : { feedback };
  };
  const { type, correct, choices, choice_feedback: own } = candidate;
  if (type === "single_choice" && typeof correct === "string" && Array.isArray(choices)) {
    return {
      ...candidate,
      choices: choices.map((choice) => ({ ...choice, ...saidTo(choice.id === correct, choice.feedback) })),
    };
  }
  if (type === "true_false" && typeof correct === "boolean") {
    const before: Candidate = typeof own === "object" && own !== null ? { ...own } : {};
    const [ofTrue, ofFalse] = [true, false].map((word) => saidTo(word === correct, before[String(word)]).feedback);
    const said = { ...(ofTrue && { true: ofTrue }), ...(ofFalse && { false: ofFalse }) };
    return { ...candidate, ...(Object.keys(said).length > 0 && { choice_feedback: said }) };
  }
  losses.push({ key: "result_feedback_left_out", values: {} });
  return candidate;
}
