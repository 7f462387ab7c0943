import { sha256 } from "../log/hash.ts";
import { decodeBase32, encodeBase32 } from "./base32.ts";
import { base64urlOf, bytesOfBase64 } from "./base64.ts";
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
/** Where each part begins: form, attempt, number, hash and signature. */
const ID_AT = 1;
const N_AT = ID_AT + ID_BYTES;
const CHAIN_AT = N_AT + 4;
const SIGNATURE_AT = CHAIN_AT + CHAIN_BYTES;
/** Form, attempt, number, hash and signature; then the checksum. */
const BODY_BYTES = SIGNATURE_AT + SIGNATURE_BYTES;

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
  const body = new Uint8Array(BODY_BYTES);
  body[0] = FORM;
  body.set(bytesIn(end.attemptId, ID_BYTES), ID_AT);
  new DataView(body.buffer).setUint32(N_AT, end.n);
  body.set(hexBytes(end.chain), CHAIN_AT);
  body.set(bytesIn(signer.sign(receiptStatement(end)), SIGNATURE_BYTES), SIGNATURE_AT);
  const text = encodeBase32(new Uint8Array([...body, ...checksum(body)]));
  return (text.match(GROUP) ?? []).join("-");
}

/** The receipt of a text, however it is separated and in whichever case; null where it is none or was copied wrongly. */
export function readReceipt(text: string): Receipt | null {
  const characters = text.replace(SEPARATORS, "");
  const bytes = characters.length === CHARACTERS ? decodeBase32(characters) : null;
  if (bytes === null || bytes[0] !== FORM) return null;
  const body = bytes.slice(0, BODY_BYTES);
  if (checksum(body).some((byte, index) => byte !== bytes[BODY_BYTES + index])) return null;
  return {
    attemptId: base64urlOf(body.subarray(ID_AT, N_AT)),
    n: new DataView(body.buffer).getUint32(N_AT),
    chain: hexOf(body.subarray(CHAIN_AT, SIGNATURE_AT)),
    signature: base64urlOf(body.subarray(SIGNATURE_AT)),
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

function checksum(body: Uint8Array): Uint8Array {
  return hexBytes(sha256(body, "hex").slice(0, 2 * CHECK_BYTES));
}

/** So many bytes of a text in base64url, from its beginning; zeros where it has fewer. */
function bytesIn(text: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set((bytesOfBase64(text) ?? bytes).subarray(0, length));
  return bytes;
}

function hexBytes(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
