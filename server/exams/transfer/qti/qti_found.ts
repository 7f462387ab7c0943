import { ItemId } from "../../../../protocol/items/prompt.ts";
import { choiceFeedback, feedbackField, withResultFeedback } from "../shared/authored_extras.ts";
import type { Candidate, Found } from "../shared/found.ts";
import { isForCandidates } from "./qti_body.ts";
import { QtiFeedback } from "./qti_feedback.ts";
import { QtiInteractions } from "./qti_interactions.ts";
import { plainTree } from "./qti_names.ts";
import { QtiResponses } from "./qti_responses.ts";
import { type PictureIn, QtiSaid } from "./qti_said.ts";
import { childOf, childrenOf, elementsIn, textIn, type XmlElement } from "../xml/xml_tree.ts";

export type { PictureIn };

/** Pieces of what is said once an item is answered. */
const FEEDBACK = ["modalfeedback", "feedbackblock", "feedbackinline"];

/** What an `assessmentItem` says: its pictures and a question with what was left out, or why there is none. */
export function* qtiFound(raw: XmlElement, pictureIn: PictureIn): Generator<Found> {
  const { line } = raw;
  const root = plainTree(raw);
  if (root.name !== "assessmentitem") {
    const key = root.name === "questestinterop" ? "qti_1" : "qti_no_item";
    yield { kind: "failed", told: { key, values: {} }, line };
    return;
  }
  const said = new QtiSaid(pictureIn);
  const body = said.body(
    childOf(root, "itembody"),
    (node) => node.name.endsWith("interaction") || node.name === "gap",
  );
  const responses = new QtiResponses(root);
  const interactions = new QtiInteractions(root, body, responses, said);
  const fields = interactions.fields();
  if (fields === null) {
    yield { kind: "failed", told: interactions.refusal, line: interactions.refusedLine ?? line };
    return;
  }
  const id = root.attributes.get("identifier") ?? "";
  const points = pointsOf(root) ?? responses.most();
  const candidate = {
    ...(ItemId.safeParse(id).success && { id }),
    ...(points !== null && { points }),
    ...withFeedback(fields, root, said),
  };
  if (fields.guidance === undefined) {
    const isRubric = elementsIn(root, ["rubricblock"]).some((each) => !isForCandidates(each));
    if (isRubric) said.lose("rubric_left_out");
  }
  yield* said.pictures();
  yield { kind: "question", candidate, losses: said.finish(), line };
}

/** What an item says that it is worth. */
function pointsOf(root: XmlElement): number | null {
  const outcomes = childrenOf(root, "outcomedeclaration");
  const named = (id: string) => outcomes.find((each) => each.attributes.get("identifier") === id);
  const most = textIn(childOf(named("MAXSCORE"), "defaultvalue", "value")).trim() ||
    named("SCORE")?.attributes.get("normalmaximum") || "";
  const points = Number(most);
  return most !== "" && Number.isFinite(points) && points >= 0 ? points : null;
}

/** A question with what is said of it, of its choices, and to whoever is right or wrong. */
function withFeedback(fields: Candidate, root: XmlElement, said: QtiSaid): Candidate {
  // What stands within a choice is said to who made it, whatever it is called.
  const inChoices = elementsIn(root, ["simplechoice"]).flatMap((choice) =>
    elementsIn(choice, FEEDBACK).map((element) => ({ element, id: choice.attributes.get("identifier") ?? "" }))
  );
  const elements = elementsIn(root, [...FEEDBACK, "simplechoice"]).filter(({ name }) => name !== "simplechoice");
  if (elements.length + inChoices.length === 0) return fields;
  const feedback = new QtiFeedback(root);
  const texts = { all: [] as string[], right: [] as string[], wrong: [] as string[] };
  const ofChoices = new Map<string, string[]>();
  const choices = idsOf(fields);
  let isLost = false;
  for (const { element, id } of inChoices) {
    const text = said.text(element).trim();
    if (text !== "") ofChoices.set(id, [...ofChoices.get(id) ?? [], text]);
  }
  for (const element of elements) {
    const text = said.text(element).trim();
    const to = feedback.for(element, choices);
    if (text === "") continue;
    if (to === "unknown") isLost = true;
    else if (typeof to === "string") texts[to].push(text);
    else ofChoices.set(to.choice, [...ofChoices.get(to.choice) ?? [], text]);
  }
  if (isLost) said.losses.push({ key: "result_feedback_left_out", values: {} });
  const general = feedbackField(texts.all.join("\n\n"), said.losses);
  const judged = withChoiceFeedback(fields, ofChoices, said);
  return {
    ...withResultFeedback(judged, texts.right.join("\n\n"), texts.wrong.join("\n\n"), said.losses),
    ...general,
  };
}

/** The choices of a question that something can be said to. */
function idsOf({ type, choices }: Candidate): string[] {
  if (type === "true_false") return ["true", "false"];
  const isJudged = (type === "single_choice" || type === "multiple_choice") && Array.isArray(choices);
  return isJudged ? choices.map(({ id }) => String(id)) : [];
}

function withChoiceFeedback(fields: Candidate, ofChoices: ReadonlyMap<string, string[]>, said: QtiSaid): Candidate {
  if (ofChoices.size === 0) return fields;
  const feedbackOf = (id: string) => {
    const feedback = choiceFeedback((ofChoices.get(id) ?? []).join("\n\n"), said.losses);
    return feedback === undefined ? {} : { feedback };
  };
  const known = idsOf(fields);
  if ([...ofChoices.keys()].some((id) => !known.includes(id))) said.lose("feedback_left_out");
  if (known.length === 0) return fields;
  if (fields.type === "true_false") {
    const feedback = Object.fromEntries(known.flatMap((id) => {
      const own = feedbackOf(id).feedback;
      return own === undefined ? [] : [[id, own]];
    }));
    return Object.keys(feedback).length > 0 ? { ...fields, choice_feedback: feedback } : fields;
  }
  if (!Array.isArray(fields.choices)) return fields;
  return { ...fields, choices: fields.choices.map((choice) => ({ ...choice, ...feedbackOf(choice.id) })) };
}
