import { Refusal } from "../../server/errors.ts";
import { said } from "../../words/refusal.ts";
import type { BodyPolicy } from "./policy.ts";

/**
 * A request's body as its policy says: parsed JSON (an empty one is `{}` where it may be empty), a text, bytes, or
 * undefined where none is read. Read no further than its limit.
 *
 * @throws {Refusal} `too_large`, or `bad_request` for what is not JSON or is empty.
 */
export async function readBody(request: Request, policy: BodyPolicy): Promise<unknown> {
  if (policy.kind === "none") return undefined;
  const bytes = await readBytes(request, policy.maxBytes);
  if (bytes.length === 0 && policy.mayBeEmpty && policy.kind === "json") return {};
  if (bytes.length === 0 && !policy.mayBeEmpty && policy.kind !== "json") {
    throw new Refusal("bad_request", "body_empty");
  }
  if (policy.kind === "bytes") return bytes;
  const text = new TextDecoder().decode(bytes);
  return policy.kind === "text" ? text : parseJson(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("bad_request", "body_not_json");
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal("too_large", said("body_too_large", { bytes: maxBytes }));
}
