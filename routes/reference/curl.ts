import type { ShownExample } from "../api/openapi_document.ts";
import { prettyJson } from "./pretty_json.ts";

/** A call to make: where, how, and what with. */
export interface ExampleCall {
  /** The server's address, `https://exams.example.org`. */
  server: string;
  /** In small letters. */
  method: string;
  /** With its placeholders in braces. */
  path: string;
  example: ShownExample;
}

/**
 * A call as a command for a shell. What stands in braces is to be filled in.
 *
 * @example
 * assert.equal(curlOf({ server: "http://localhost:8000", method: "get", path: "/ping", example: {} }),
 *   "curl 'http://localhost:8000/ping'");
 */
export function curlOf({ server, method, path, example: { query, token, request } }: ExampleCall): string {
  const asked = Object.entries(query ?? {}).map(([name, value]) => `${name}=${inAddress(value)}`).join("&");
  // With a body curl posts by itself.
  const usual = request === undefined ? "get" : "post";
  const first = ["curl", ...(method === usual ? [] : ["-X", method.toUpperCase()])];
  const parts = [[...first, quoted(`${server}${path}${asked && `?${asked}`}`)].join(" ")];
  if (token !== undefined) parts.push(`-H ${quoted(`authorization: Bearer ${token}`)}`);
  if (request?.type === "application/json") parts.push(`--json ${quoted(prettyJson(request.body, "  "))}`);
  else if (request !== undefined) {
    parts.push(`-H ${quoted(`content-type: ${request.type}`)}`, `--data-binary ${quoted(String(request.body))}`);
  }
  return parts.join(" \\\n  ");
}

/** A value of the query, its placeholders as they are. */
function inAddress(value: string): string {
  return encodeURIComponent(value).replaceAll("%7B", "{").replaceAll("%7D", "}");
}

/** A word that no shell looks into. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
