/** Bytes of the record that ends a zip, and of a comment behind it, at most. */
const END_BYTES = 22;
const MOST_COMMENT = 65_535;
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const ENTRY_BYTES = 46;

/** Entries of a document, at most. */
const MOST_ENTRIES = 10_000;

/**
 * Names of what is in a zip, by its directory; nothing is unpacked. Null for what is no whole zip, or has more entries than any
 * document.
 */
export function zipNames(bytes: Uint8Array): Set<string> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return null;
  const names = new Set<string>();
  const decoder = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry++) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY_MARK) return null;
    const nameBytes = view.getUint16(at + 28, true);
    if (at + ENTRY_BYTES + nameBytes > end) return null;
    names.add(decoder.decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)));
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function endOf(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - END_BYTES - MOST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= least; at--) {
    if (view.getUint32(at, true) === END_MARK) return at;
  }
  return null;
}
