import type { Question } from "../../../../protocol/items/registry.ts";
import { outcome } from "./qti_scoring.ts";
import type { QtiTexts } from "./qti_texts.ts";
import { partsOf, plainParts } from "./qti_types.ts";
import { xmlValue } from "../xml/xml_text.ts";

/**
 * A question as an item of QTI 3.0, as near as that comes to it. Read back, it may differ: see `unsaidOf`. Scored as here: right
 * minus wrong or all or nothing, a share for each pair or gap; but an order is right or wrong. Its tags stand in the manifest.
 *
 * @param isPlain Whether it is written as an essay, which holds any text.
 */
export function qtiItem(question: Question, texts: QtiTexts, isPlain = false): string {
  const { id, text, points, feedback } = question;
  const parts = isPlain ? plainParts(question, texts) : partsOf(question, texts);
  const title = text.trim().split(/[\r\n]/, 1)[0].slice(0, 80);
  const processing = [parts.processing ?? "", parts.saysChoices ? CHOSEN : ""].join("");
  return [
    `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="${xmlValue(id)}" title="${
      xmlValue(title)
    }" adaptive="false" time-dependent="false">`,
    ...parts.declarations,
    outcome("SCORE", "single", "float"),
    outcome("MAXSCORE", "single", "float", points),
    ...parts.saysChoices ? [outcome("FEEDBACK", parts.saysChoices, "identifier")] : [],
    ...feedback ? [outcome("GENERAL", "single", "identifier", "general")] : [],
    `<qti-item-body>${parts.body}</qti-item-body>`,
    processing === "" ? "" : `<qti-response-processing>${processing}</qti-response-processing>`,
    ...feedback
      ? [
        '<qti-modal-feedback outcome-identifier="GENERAL" identifier="general" show-hide="show"><qti-content-body>' +
        `${texts.flow(feedback)}</qti-content-body></qti-modal-feedback>`,
      ]
      : [],
    "</qti-assessment-item>",
    "",
  ].join("\n");
}

/** What is said to each choice is shown once it was made. */
const CHOSEN =
  '<qti-set-outcome-value identifier="FEEDBACK"><qti-variable identifier="RESPONSE"/></qti-set-outcome-value>';
