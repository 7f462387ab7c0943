import { MAX_ANSWER_FILES } from "../../../../protocol/limits.ts";
import { choiceFeedback } from "../shared/authored_extras.ts";
import { weightedChoices } from "../shared/choice_weights.ts";
import type { Candidate } from "../shared/found.ts";
import { matchingFields } from "../shared/matching_pairs.ts";
import { moodleNumber } from "./moodle_number.ts";
import { fractionOf, type MoodleSaid, plainIn, valueOf } from "./moodle_said.ts";
import { secretIds, sortedById } from "../shared/secret_ids.ts";
import { childOf, childrenOf, type XmlElement } from "../xml/xml_tree.ts";

type Reader = (element: XmlElement, said: MoodleSaid) => Candidate;

/** What a question of each of Moodle's types says, beside what all have. */
export const MOODLE_TYPES: Readonly<Record<string, Reader>> = {
  multichoice: choicesOf,
  /** A plugin that many have: the same, all or nothing. */
  multichoiceset: (element, said) => ({ ...choicesOf(element, said, false), scoring: "all_or_nothing" }),
  truefalse(element, said) {
    const answers = childrenOf(element, "answer");
    const wordOf = (answer: XmlElement) => plainIn(answer).trim().toLowerCase();
    const right = answers.filter((answer) => fractionOf(answer) === 100);
    const word = right.length === 1 ? wordOf(right[0]) : "";
    if (word !== "true" && word !== "false") said.lose("no_key");
    const feedback = Object.fromEntries(answers.flatMap((answer) => {
      const text = choiceFeedback(said.text(childOf(answer, "feedback")), said.losses);
      return text !== undefined && /^(true|false)$/.test(wordOf(answer)) ? [[wordOf(answer), text]] : [];
    }));
    return {
      type: "true_false",
      ...(word === "true" || word === "false" ? { correct: word === "true" } : {}),
      ...(Object.keys(feedback).length > 0 && { choice_feedback: feedback }),
    };
  },
  shortanswer(element, said) {
    const answers = childrenOf(element, "answer");
    if (answers.some((answer) => ![0, 100].includes(fractionOf(answer)))) said.lose("weights_left_out");
    const correct = answers.filter((answer) => fractionOf(answer) === 100).map(plainIn);
    if (correct.some((text) => /(?<!\\)\*/.test(text))) said.lose("wildcard_left_out");
    loseFeedback(answers, said);
    return {
      type: "short_text",
      correct: correct.map((text) => text.replaceAll("\\*", "*")),
      ...(valueOf(element, "usecase") === "1" && { match_case: true }),
    };
  },
  numerical(element, said) {
    loseFeedback(childrenOf(element, "answer"), said);
    return moodleNumber(element, said);
  },
  essay(element, said) {
    const guidance = said.text(childOf(element, "graderinfo"));
    const [min, max] = ["minwordlimit", "maxwordlimit"].map((name) => Number(valueOf(element, name)) || 0);
    const template = said.text(childOf(element, "responsetemplate"));
    const hasTemplate = template.trim() !== "";
    const attachments = Number(valueOf(element, "attachments"));
    if (valueOf(element, "responseformat") === "noinline") {
      // -1 stands for any number.
      const files = attachments > 0 ? Math.min(attachments, MAX_ANSWER_FILES) : MAX_ANSWER_FILES;
      return { type: "file", max_files: files, ...(guidance !== "" && { guidance }) };
    }
    if (attachments !== 0) said.lose("attachments_left_out");
    if (valueOf(element, "responseformat") === "monospaced") {
      return { type: "code", ...(hasTemplate && { starter: template }), ...(guidance !== "" && { guidance }) };
    }
    if (hasTemplate) said.lose("template_left_out");
    const words = { ...(min > 0 && { min }), ...(max > 0 && { max }) };
    return {
      type: "essay",
      ...(Object.keys(words).length > 0 && { words }),
      ...(guidance !== "" && { guidance }),
    };
  },
  matching: matchingOf,
  match: matchingOf,
  ordering(element, said) {
    const texts = childrenOf(element, "answer").map((answer) => said.text(answer));
    const ids = secretIds(texts);
    return { type: "ordering", choices: sortedById(ids.map((id, at) => ({ id, text: texts[at] }))), correct: ids };
  },
};

function choicesOf(
  element: XmlElement,
  said: MoodleSaid,
  isSingle = valueOf(element, "single") !== "false",
): Candidate {
  const choices = childrenOf(element, "answer").map((answer) => ({
    text: said.text(answer),
    weight: fractionOf(answer),
    feedback: choiceFeedback(said.text(childOf(answer, "feedback")), said.losses),
  }));
  const { candidate, losses } = weightedChoices("", choices, isSingle);
  said.losses.push(...losses);
  const { text: _, ...fields } = candidate;
  return fields;
}

function matchingOf(element: XmlElement, said: MoodleSaid): Candidate {
  return matchingFields(
    childrenOf(element, "subquestion")
      .map((each) => ({ one: said.text(each), other: plainIn(childOf(each, "answer")) })),
  );
}

/** What is typed has no choice that something could be said to. */
function loseFeedback(answers: readonly XmlElement[], said: MoodleSaid): void {
  const isSaid = answers.some((answer) => said.text(childOf(answer, "feedback")).trim() !== "");
  if (isSaid) said.lose("feedback_left_out");
}
