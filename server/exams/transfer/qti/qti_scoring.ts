import { xmlText, xmlValue } from "../xml/xml_text.ts";

/** What a response is, what of it is right, and what each answer is worth. */
export function declared(
  id: string,
  cardinality: string,
  baseType: string,
  right: readonly string[],
  { worth = [], isCaseSensitive = false }: {
    worth?: readonly (readonly [key: string, points: number])[];
    isCaseSensitive?: boolean;
  } = {},
): string {
  const values = right.map((value) => `<qti-value>${xmlText(value)}</qti-value>`).join("");
  const entries = worth.map(([key, points]) =>
    `<qti-map-entry map-key="${xmlValue(key)}" mapped-value="${
      Number(points.toFixed(5))
    }" case-sensitive="${isCaseSensitive}"/>`
  ).join("");
  return `<qti-response-declaration identifier="${
    xmlValue(id)
  }" cardinality="${cardinality}" base-type="${baseType}">` +
    (values === "" ? "" : `<qti-correct-response>${values}</qti-correct-response>`) +
    (entries === "" ? "" : `<qti-mapping default-value="0" lower-bound="0">${entries}</qti-mapping>`) +
    "</qti-response-declaration>";
}

/** An outcome with a value from the beginning, or none. */
export function outcome(id: string, cardinality: string, baseType: string, value?: string | number): string {
  const begin = `<qti-outcome-declaration identifier="${id}" cardinality="${cardinality}" base-type="${baseType}"`;
  return value === undefined
    ? `${begin}/>`
    : `${begin}><qti-default-value><qti-value>${value}</qti-value></qti-default-value></qti-outcome-declaration>`;
}

/** The sum of what the responses are worth. */
export function mapped(ids: readonly string[]): string {
  const each = ids.map((id) => `<qti-map-response identifier="${xmlValue(id)}"/>`).join("");
  return `<qti-set-outcome-value identifier="SCORE"><qti-sum>${each}</qti-sum></qti-set-outcome-value>`;
}

/** All points where the response is the right one. */
export function whole(points: number): string {
  return scored(`<qti-match>${BOTH}</qti-match>`, points);
}

/** All points for a number that is near enough. */
export function within(tolerance: number, mode: "absolute" | "relative", points: number): string {
  return scored(
    `<qti-equal tolerance-mode="${mode}" tolerance="${tolerance} ${tolerance}">${BOTH}</qti-equal>`,
    points,
  );
}

const BOTH = '<qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/>';

function scored(condition: string, points: number): string {
  return `<qti-response-condition><qti-response-if>${condition}<qti-set-outcome-value identifier="SCORE">` +
    `<qti-base-value base-type="float">${points}</qti-base-value></qti-set-outcome-value></qti-response-if></qti-response-condition>`;
}
