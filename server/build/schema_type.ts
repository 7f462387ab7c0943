/** A JSON Schema as the documents have it, as much as a type is made of. */
export interface TypedSchema {
  type?: string;
  description?: string;
  const?: unknown;
  enum?: readonly unknown[];
  format?: string;
  properties?: Readonly<Record<string, TypedSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean | TypedSchema;
  items?: TypedSchema;
  prefixItems?: readonly TypedSchema[];
  anyOf?: readonly TypedSchema[];
  oneOf?: readonly TypedSchema[];
}

const PLAIN: Readonly<Record<string, string>> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
  null: "null",
};

/**
 * The TypeScript type of a JSON Schema.
 *
 * @param indent What stands before a line.
 *
 * @example
 * assert.equal(typeOf({ type: "array", items: { type: "integer" } }), "number[]");
 */
export function typeOf(schema: TypedSchema, indent = ""): string {
  const { type, items, prefixItems, properties, additionalProperties: others } = schema;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return [...new Set(options.map((option) => typeOf(option, indent)))].join(" | ");
  if (prefixItems !== undefined) return `[${prefixItems.map((item) => typeOf(item, indent)).join(", ")}]`;
  if (type === "array") {
    const item = items === undefined ? "unknown" : typeOf(items, indent);
    return /[ |]/.test(item) && !item.startsWith("{") || item.includes("} |") ? `(${item})[]` : `${item}[]`;
  }
  if (properties !== undefined && Object.keys(properties).length > 0) return fieldsOf(schema, indent);
  if (type === "object") {
    return typeof others === "object" ? `Record<string, ${typeOf(others, indent)}>` : "Record<string, never>";
  }
  return type === undefined ? "unknown" : PLAIN[type] ?? "unknown";
}

function fieldsOf({ properties = {}, required = [] }: TypedSchema, indent: string): string {
  const deeper = `${indent}  `;
  const fields = Object.entries(properties).map(([name, field]) => {
    const plain = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
    const said = field.description === undefined ? "" : `${deeper}${commentOf(field.description)}\n`;
    return `${said}${deeper}${plain}${required.includes(name) ? "" : "?"}: ${typeOf(field, deeper)};\n`;
  });
  return `{\n${fields.join("")}${indent}}`;
}

/** A comment of one line, which nothing in its text ends. */
export function commentOf(text: string): string {
  return `/** ${text.replaceAll("*/", "*\\/")} */`;
}
