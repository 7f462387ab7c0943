import { ItemId } from "../../../../protocol/items/prompt.ts";
import { feedbackField, tagsField, withResultFeedback } from "../shared/authored_extras.ts";
import { clozePassage } from "./moodle_cloze.ts";
import type { Found } from "../shared/found.ts";
import { MoodleSaid, numberIn, valueOf } from "./moodle_said.ts";
import { MOODLE_TYPES } from "./moodle_types.ts";
import { childOf, childrenOf, textIn, type XmlElement } from "../xml/xml_tree.ts";

/**
 * What an element `question` says: its pictures and the question with what was left out, why there is none, or a note on a
 * description, which is no question.
 */
export function* moodleFound(element: XmlElement): Generator<Found> {
  const type = element.attributes.get("type") ?? "";
  const name = textIn(childOf(element, "name", "text")).trim();
  const said = new MoodleSaid();
  const { line } = element;
  const text = said.text(childOf(element, "questiontext"));
  if (type === "description") {
    const about = (name || text).slice(0, 100);
    yield { kind: "note", level: "warning", told: { key: "description_left_out", values: { name: about } }, line };
    return;
  }
  const cloze = type === "cloze" ? clozePassage(text) : null;
  const fields = cloze?.fields ?? (Object.hasOwn(MOODLE_TYPES, type) ? MOODLE_TYPES[type](element, said) : null);
  if (fields === null) {
    yield { kind: "failed", told: { key: "unknown_type", values: { type: type.slice(0, 50) } }, line };
    return;
  }
  if (cloze !== null) said.losses.push(...cloze.losses);
  const feedback = said.text(childOf(element, "generalfeedback"));
  const [right, partly, wrong] = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"]
    .map((part) => ofAuthor(said.text(childOf(element, part))));
  if (partly !== "") said.lose("feedback_left_out");
  if (childrenOf(element, "hint").length > 0) said.lose("hints_left_out");
  const tags = childrenOf(childOf(element, "tags") ?? element, "tag").map((tag) => textIn(tag));
  const id = [valueOf(element, "idnumber"), name].find((each) => ItemId.safeParse(each).success);
  const points = numberIn(valueOf(element, "defaultgrade"));
  const candidate = {
    ...(id !== undefined && { id }),
    ...(cloze === null ? { text } : { text: name, points: cloze.points }),
    ...(Number.isFinite(points) && { points }),
    ...withResultFeedback(fields, right, wrong, said.losses),
    ...tagsField(tags, said.losses),
    ...feedbackField(feedback, said.losses),
  };
  yield* said.pictures();
  yield { kind: "question", candidate, losses: said.finish(), line };
}

/** Moodle writes "Your answer is correct." and the like itself: that is nobody's feedback. */
function ofAuthor(text: string): string {
  return /^(Your answer is|Die Antwort ist)/.test(text.trim()) ? "" : text.trim();
}
