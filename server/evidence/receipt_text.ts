import { Buffer } from "node:buffer";
import { sha256 } from "../log/hash.ts";
import { decodeBase32, encodeBase32 } from "./base32.ts";
import type { Signer } from "./signing.ts";
import { receiptStatement } from "./statements.ts";

/** What a receipt says: the log of an attempt had so many entries, and this was the hash of the last, signed. */
export interface Receipt {
  attemptId: string;
  n: number;
  chain: string;
  signature: string;
}

const FORM = 1;
const ID_BYTES = 16;
const CHAIN_BYTES = 32;
const SIGNATURE_BYTES = 64;
const CHECK_BYTES = 3;
/** Form, attempt, number, hash and signature; then the checksum. */
const BODY_BYTES = 1 + ID_BYTES + 4 + CHAIN_BYTES + SIGNATURE_BYTES;

/** Characters of a receipt without its separators. */
const CHARACTERS = (BODY_BYTES + CHECK_BYTES) * 8 / 5;
const GROUP = /.{8}/g;
/** What stands between the groups, and what mail and editors make of it: dashes, quotation marks, what nobody sees. */
const SEPARATORS = /[^\p{L}\p{N}]/gu;

/**
 * The receipt of a log's end as a person can copy it: 24 groups of 8 characters of Crockford's base32, which knows no
 * letters that are taken for digits, with a checksum that tells a slip of the pen.
 *
 * @param attemptId One of our ids: 128 bits in base64url.
 */
export function writeReceipt(signer: Signer, end: { attemptId: string; n: number; chain: string }): string {
  const body = Buffer.alloc(BODY_BYTES);
  body.writeUInt8(FORM, 0);
  body.write(end.attemptId, 1, "base64url");
  body.writeUInt32BE(end.n, 1 + ID_BYTES);
  body.write(end.chain, 5 + ID_BYTES, "hex");
  body.write(signer.sign(receiptStatement(end)), 5 + ID_BYTES + CHAIN_BYTES, "base64url");
  const text = encodeBase32(Buffer.concat([body, checksum(body)]));
  return (text.match(GROUP) ?? []).join("-");
}

/** The receipt of a text, however it is separated and in whichever case; null where it is none or was copied wrongly. */
export function readReceipt(text: string): Receipt | null {
  const characters = text.replace(SEPARATORS, "");
  const bytes = characters.length === CHARACTERS ? decodeBase32(characters) : null;
  if (bytes === null || bytes[0] !== FORM) return null;
  const body = Buffer.from(bytes.subarray(0, BODY_BYTES));
  if (!checksum(body).equals(bytes.subarray(BODY_BYTES))) return null;
  const [id, n, chain] = [1, 1 + ID_BYTES, 5 + ID_BYTES];
  const signature = chain + CHAIN_BYTES;
  return {
    attemptId: body.toString("base64url", id, n),
    n: body.readUInt32BE(n),
    chain: body.toString("hex", chain, signature),
    signature: body.toString("base64url", signature),
  };
}

/** A receipt out of a file, and where it begins; null where what stands there is none. */
export interface NotedReceipt {
  line: number;
  receipt: Receipt | null;
}

/** Receipts of a text file: one after the other, each on one line or on several that follow each other. */
export function readReceipts(text: string): NotedReceipt[] {
  const noted: NotedReceipt[] = [];
  let begun = "";
  let from = 0;
  const finish = () => {
    if (begun !== "") noted.push({ line: from, receipt: readReceipt(begun) });
    begun = "";
  };
  text.split("\n").forEach((line, index) => {
    const characters = line.replace(SEPARATORS, "");
    if (characters === "") return finish();
    if (begun === "") from = index + 1;
    begun += characters;
    if (begun.length >= CHARACTERS) finish();
  });
  finish();
  return noted;
}

function checksum(body: Uint8Array): Buffer {
  return Buffer.from(sha256(body, "hex").slice(0, 2 * CHECK_BYTES), "hex");
}
