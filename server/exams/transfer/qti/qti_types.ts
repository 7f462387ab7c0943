import type { Question } from "../../../../protocol/items/registry.ts";
import { declared, mapped, whole, within } from "./qti_scoring.ts";
import type { QtiTexts } from "./qti_texts.ts";
import { xmlText, xmlValue } from "../xml/xml_text.ts";

/** An interaction, what is right of it, and how it is scored. */
export interface QtiParts {
  declarations: string[];
  body: string;
  /** Processing; absent where a person scores. */
  processing?: string;
  /** How many choices are made, where something is said to them. */
  saysChoices?: "single" | "multiple";
}

/** A question as an essay, which holds any text. */
export function plainParts({ text }: Question, texts: QtiTexts): QtiParts {
  return essay(texts.flow(text));
}

/** What of an item follows from a question's type. */
export function partsOf(question: Question, texts: QtiTexts): QtiParts {
  const stem = texts.flow(question.text);
  const { points } = question;
  switch (question.type) {
    case "single_choice":
    case "multiple_choice": {
      const right = [question.correct ?? []].flat();
      const isSingle = question.type === "single_choice";
      const each = right.length === 0 ? 0 : points / right.length;
      const worth = question.choices.map(({ id }): [string, number] => [
        id,
        right.includes(id) ? each : isSingle ? 0 : -each,
      ]);
      const isWhole = question.type === "multiple_choice" && question.scoring === "all_or_nothing";
      const body = `<qti-choice-interaction response-identifier="RESPONSE" max-choices="${isSingle ? 1 : 0}">` +
        simpleChoices(question.choices, texts) + "</qti-choice-interaction>";
      const cardinality = isSingle ? "single" : "multiple";
      return {
        declarations: [declared("RESPONSE", cardinality, "identifier", right, isWhole ? {} : { worth })],
        body: stem + body,
        processing: isWhole ? whole(points) : mapped(["RESPONSE"]),
        ...(question.choices.some(({ feedback }) => feedback) && { saysChoices: cardinality }),
      };
    }
    case "true_false": {
      const right = question.correct === undefined ? [] : [String(question.correct)];
      const choices = (["true", "false"] as const).map((id) => ({
        id,
        text: id === "true" ? "True" : "False",
        feedback: question.choice_feedback?.[id],
      }));
      const body = '<qti-choice-interaction response-identifier="RESPONSE" max-choices="1">' +
        simpleChoices(choices, texts) +
        "</qti-choice-interaction>";
      return {
        declarations: [
          declared("RESPONSE", "single", "identifier", right, { worth: right.map((id) => [id, points]) }),
        ],
        body: stem + body,
        processing: mapped(["RESPONSE"]),
        ...(choices.some(({ feedback }) => feedback) && { saysChoices: "single" }),
      };
    }
    case "numeric": {
      const right = question.correct === undefined ? [] : [String(question.correct)];
      const { tolerance = 0, tolerance_percent: percent } = question;
      const unit = question.unit === undefined ? "" : ` ${xmlText(question.unit)}`;
      return {
        declarations: [declared("RESPONSE", "single", "float", right)],
        body: `${stem}<p><qti-text-entry-interaction response-identifier="RESPONSE"/>${unit}</p>`,
        processing: percent === undefined ? within(tolerance, "absolute", points) : within(percent, "relative", points),
      };
    }
    case "short_text": {
      const right = question.correct ?? [];
      const worth = right.map((text): [string, number] => [text, points]);
      const length = ` expected-length="${question.max_characters}"`;
      return {
        declarations: [
          declared("RESPONSE", "single", "string", right.slice(0, 1), {
            worth,
            isCaseSensitive: question.match_case ?? false,
          }),
        ],
        body: `${stem}<p><qti-text-entry-interaction response-identifier="RESPONSE"${length}/></p>`,
        processing: mapped(["RESPONSE"]),
      };
    }
    case "essay":
    case "code":
    // Read back as an essay; what it is stands in the remainder.
    case "file": {
      const { guidance } = question;
      const rubric = guidance === undefined
        ? ""
        : `<qti-rubric-block use="scoring" view="scorer"><qti-content-body>${
          texts.flow(guidance)
        }</qti-content-body></qti-rubric-block>`;
      return essay(stem + rubric);
    }
    case "matching": {
      const right = Object.entries(question.correct ?? {}).map(([one, other]) => `${one} ${other}`);
      const side = (choices: readonly { id: string; text: string }[], most: number) =>
        `<qti-simple-match-set>${
          choices.map(({ id, text }) =>
            `<qti-simple-associable-choice identifier="${xmlValue(id)}" match-max="${most}">${
              texts.flow(text)
            }</qti-simple-associable-choice>`
          ).join("")
        }</qti-simple-match-set>`;
      return {
        declarations: [
          declared("RESPONSE", "multiple", "directedPair", right, {
            worth: right.map((pair) => [pair, points / right.length]),
          }),
        ],
        body: `${stem}<qti-match-interaction response-identifier="RESPONSE" max-associations="0">${
          side(question.left, 1)
        }${side(question.right, 0)}</qti-match-interaction>`,
        processing: mapped(["RESPONSE"]),
      };
    }
    case "ordering":
      return {
        declarations: [declared("RESPONSE", "ordered", "identifier", question.correct ?? [])],
        body: `${stem}<qti-order-interaction response-identifier="RESPONSE" shuffle="true">${
          simpleChoices(question.choices, texts)
        }</qti-order-interaction>`,
        processing: whole(points),
      };
    case "cloze": {
      const each = points / question.gaps.length;
      const gaps = new Map(question.gaps.map(({ id, choices, max_characters }) => {
        const name = xmlValue(id);
        return [
          id,
          choices === undefined
            ? `<qti-text-entry-interaction response-identifier="${name}" expected-length="${max_characters}"/>`
            : `<qti-inline-choice-interaction response-identifier="${name}">${
              choices.map((choice) =>
                `<qti-inline-choice identifier="${xmlValue(choice.id)}">${xmlText(choice.text)}</qti-inline-choice>`
              ).join("")
            }</qti-inline-choice-interaction>`,
        ];
      }));
      return {
        declarations: question.gaps.map(({ id, choices, correct = [] }) =>
          declared(
            id,
            "single",
            choices ? "identifier" : "string",
            correct.slice(0, 1),
            { worth: correct.map((one) => [one, each]) },
          )
        ),
        body: stem + texts.flow(question.passage).replace(
          /\[\[([A-Za-z0-9_-]{1,32})\]\]/g,
          (gap, id) => gaps.get(id) ?? gap,
        ),
        processing: mapped(question.gaps.map(({ id }) => id)),
      };
    }
  }
}

function essay(stem: string): QtiParts {
  return {
    declarations: [declared("RESPONSE", "single", "string", [])],
    body: `${stem}<qti-extended-text-interaction response-identifier="RESPONSE"/>`,
  };
}

/** Choices, each with what is said to it. */
function simpleChoices(
  choices: readonly { id: string; text: string; feedback?: string }[],
  texts: QtiTexts,
): string {
  return choices.map(({ id, text, feedback }) => {
    const name = xmlValue(id);
    const said = feedback
      ? `<qti-feedback-inline outcome-identifier="FEEDBACK" identifier="${name}" show-hide="show">${
        texts.line(feedback)
      }</qti-feedback-inline>`
      : "";
    return `<qti-simple-choice identifier="${name}">${texts.flow(text)}${said}</qti-simple-choice>`;
  }).join("");
}
