import type { JsonSchema } from "../api/openapi_document.ts";

/** A schema within another one that has fields of its own, and what it is there. */
export interface InnerSchema {
  /** Empty where there is nothing to tell it from. */
  label: string;
  schema: JsonSchema;
}

/** Bounds that say no more than that a number is a safe one. */
const isSaid = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

/** How a field is called that must be there. */
export const REQUIRED = "required";

const PLAIN: Record<string, string> = { string: "text", integer: "whole number", boolean: "yes or no", null: "null" };

function optionsOf({ anyOf, oneOf }: JsonSchema): JsonSchema[] {
  return anyOf ?? oneOf ?? [];
}

/**
 * The type of a value, in a few words.
 *
 * @example
 * assert.equal(typeSaid({ type: "array", items: { type: "integer" } }), "list of whole number");
 */
export function typeSaid(schema: JsonSchema): string {
  const { const: value, enum: values, type, items, prefixItems, additionalProperties: others, properties } = schema;
  if (value !== undefined) return JSON.stringify(value);
  if (values !== undefined) return values.map((one) => JSON.stringify(one)).join(" or ");
  const options = optionsOf(schema);
  if (options.length > 0) return [...new Set(options.map(typeSaid))].join(" or ");
  if (prefixItems !== undefined) return `list of ${prefixItems.map(typeSaid).join(", ")}`;
  if (type === "array") return items === undefined ? "list" : `list of ${typeSaid(items)}`;
  if (type === "object" && properties === undefined && typeof others === "object") {
    return `object of ${typeSaid(others)} by name`;
  }
  return type === undefined ? "anything" : PLAIN[type] ?? type;
}

/** Limits of a value, in a few words; empty for none. */
export function limitsSaid(schema: JsonSchema): string {
  const { type, minLength, maxLength, minItems, maxItems, minimum, maximum } = schema;
  const { exclusiveMinimum, format, default: usual, pattern, items } = schema;
  const parts: string[] = [];
  const between = (low: number | undefined, high: number | undefined, unit: string) => {
    if (isSaid(low) && isSaid(high)) parts.push(low === high ? `${low}${unit}` : `${low} to ${high}${unit}`);
    else if (isSaid(high)) parts.push(`at most ${high}${unit}`);
    else if (isSaid(low)) parts.push(`at least ${low}${unit}`);
  };
  if (type === "string") between(minLength, maxLength, " characters");
  if (type === "array") between(minItems, maxItems, " parts");
  between(minimum, maximum, "");
  if (exclusiveMinimum !== undefined) parts.push(`above ${exclusiveMinimum}`);
  if (format !== undefined) parts.push(format);
  else if (pattern !== undefined) parts.push(`as ${pattern}`);
  if (usual !== undefined) parts.push(`${JSON.stringify(usual)} when absent`);
  // What a list's own parts are held to, where they are plain.
  const inner = type === "array" && items !== undefined && innerSchemas(items).length === 0 ? limitsSaid(items) : "";
  return [...parts, ...(inner === "" ? [] : [`each ${inner}`])].join(", ");
}

/** What of a schema has fields of its own. */
export function innerSchemas(schema: JsonSchema): InnerSchema[] {
  const { items, properties, additionalProperties: others } = schema;
  const options = optionsOf(schema);
  if (options.length > 0) {
    const inner = options.flatMap(innerSchemas);
    return inner.length < 2
      ? inner
      : inner.map((one, index) => ({ ...one, label: one.label || labelOf(inner, index) }));
  }
  if (items !== undefined) return innerSchemas(items);
  if (properties !== undefined && Object.keys(properties).length > 0) return [{ label: "", schema }];
  return typeof others === "object" ? innerSchemas(others) : [];
}

/** What tells one of several from the others: the value that it alone has, the fields that it alone needs, or its number. */
function labelOf(all: readonly InnerSchema[], index: number): string {
  const { properties = {}, required = [] } = all[index].schema;
  const told = ["type", "kind", "released", "code"].find((name) => properties[name]?.const !== undefined);
  if (told !== undefined) return `${told}: ${JSON.stringify(properties[told].const)}`;
  const others = all.filter((_, at) => at !== index).flatMap(({ schema }) => schema.required ?? []);
  const own = required.filter((name) => !others.includes(name));
  return own.length === 0 ? `${index + 1}` : `with ${own.join(", ")}`;
}
