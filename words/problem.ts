import type { z } from "zod";
import type { Said } from "./refusal.ts";

/** The first problem that a schema found. */
interface Problem {
  /** Dotted path of the field, `""` for the whole value: `events.3.dwell`. */
  path: string;
  said: Said;
}

/**
 * Turns zod's issues into the one problem that a caller is told first. What our own rules say stands in the schemas as a
 * key of `fieldProblems`; what zod finds, it says itself.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { z } from "zod";
 *
 * const answer = z.strictObject({ seq: z.number() }).safeParse({ seq: "1" });
 * assert.equal(firstProblem(answer.error!).path, "seq");
 * ```
 */
export function firstProblem(error: z.ZodError): Problem {
  const issue = error.issues[0];
  if (issue === undefined) return { path: "", said: { key: "not_valid", values: {} } };
  const keys = issue.code === "unrecognized_keys" ? [issue.keys[0]] : [];
  const path = [...issue.path, ...keys].join(".");
  if (keys.length > 0) return { path, said: { key: "unknown_field", values: { path } } };
  const value = issue.code === "custom" ? issue.params?.value : undefined;
  const values = { path, problem: issue.message, ...(typeof value === "string" && { value }) };
  return { path, said: { key: path === "" ? "whole" : "field", values } };
}
