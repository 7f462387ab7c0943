import { z } from "zod";
import { ITEMS, Question, type QuestionType } from "../../protocol/items/registry.ts";
import { SAMPLES } from "../protocol/items/samples.ts";

/** Texts that one or another field takes. */
const TEXTS = [
  "Ada Lovelace",
  "a1",
  "123456",
  "/done",
  "de",
  "Europe/Berlin",
  "2026-11-27T09:00:00Z",
  "2026-11-27",
  "ABC-123",
  "x".repeat(22),
  "a".repeat(43),
  "a".repeat(64),
];
const LATER = "2026-11-28T09:00:00Z";
const NUMBERS = [1, 0, 2, 10, 1_000];

/** What cannot be made of its schema alone. */
const KNOWN = new Map<z.core.$ZodType, unknown[]>([
  [
    Question,
    (Object.keys(ITEMS) as QuestionType[]).map((type) => {
      const { shown, hidden: [key] } = SAMPLES[type];
      return { id: "q1", type, text: "?", tags: ["a tag"], feedback: "Well.", ...shown, ...key };
    }),
  ],
]);

/** Values that a schema takes: with everything that may be in them, and each of its forms at least once. */
export function valuesOf(schema: z.core.$ZodType): unknown[] {
  const known = KNOWN.get(schema);
  if (known !== undefined) return known;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      return objectsOf(
        // What closes opens before.
        Object.entries(def.shape).map(([name, part]) => [name, name === "closes_at" ? [LATER] : valuesOf(part)]),
      );
    case "array":
      return valuesOf(def.element).map((each) => [each]);
    case "tuple":
      return [def.items.map((part) => valuesOf(part)[0])];
    case "record":
      return valuesOf(def.keyType).flatMap((name) => valuesOf(def.valueType).map((part) => ({ [String(name)]: part })));
    case "union":
      return def.options.flatMap(valuesOf);
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "readonly":
    case "catch":
    case "nonoptional":
      return valuesOf(def.innerType);
    case "lazy":
      return valuesOf(def.getter());
    case "pipe":
      return valuesOf(def.in instanceof z.ZodTransform ? def.out : def.in);
    case "intersection":
      return valuesOf(def.left);
    case "enum":
      return Object.values(def.entries).slice(0, 1);
    case "literal":
      return [...def.values];
    case "boolean":
      return [true];
    case "null":
      return [null];
    default:
      return taken(schema);
  }
}

/** One object with the first value of each field, and one more for each further value. */
function objectsOf(fields: [name: string, values: unknown[]][]): unknown[] {
  const first = Object.fromEntries(
    fields.filter(([, values]) => values.length > 0).map(([name, [one]]) => [name, one]),
  );
  const others = fields.flatMap(([name, [, ...more]]) => more.map((value) => ({ ...first, [name]: value })));
  return [first, ...others];
}

function taken(schema: z.core.$ZodType): unknown[] {
  const value = [...TEXTS, ...NUMBERS].find((each) => z.safeParse(schema, each).success);
  return value === undefined ? [] : [value];
}

/** Each text of a value, with the value as it is with another text in its place. */
export function* textsIn(
  value: unknown,
  path: string[] = [],
): Iterable<{ path: string[]; text: string; put(other: string): unknown }> {
  if (typeof value === "string") yield { path, text: value, put: (other) => other };
  if (Array.isArray(value)) {
    for (const [at, part] of value.entries()) {
      for (const { put, ...found } of textsIn(part, [...path, String(at)])) {
        yield { ...found, put: (other) => value.with(at, put(other)) };
      }
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      for (const { put, ...found } of textsIn(part, [...path, name])) {
        yield { ...found, put: (other) => ({ ...value, [name]: put(other) }) };
      }
    }
  }
}
