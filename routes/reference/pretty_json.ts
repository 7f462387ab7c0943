/** Columns that a line takes at most where it can be broken. */
const WIDTH = 80;

/**
 * JSON for reading: what fits on a line stands on one.
 *
 * @example
 * assert.equal(prettyJson({ seq: 1, events: [] }), '{ "seq": 1, "events": [] }');
 */
export function prettyJson(value: unknown, indent = ""): string {
  const line = onOneLine(value);
  if (indent.length + line.length <= WIDTH || typeof value !== "object" || value === null) return line;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Array.isArray(value)
    ? value.map((part) => prettyJson(part, deeper))
    : Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${prettyJson(part, deeper)}`);
  return `${open}\n${parts.map((part) => deeper + part).join(",\n")}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${onOneLine(part)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}
