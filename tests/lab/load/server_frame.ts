/** A server's frame, whole and unmasked. @param first Its first byte: whether it ends, and what it is. */
export function serverFrame(first: number, payload: Uint8Array): Uint8Array {
  const { length } = payload;
  const eight = [...new Uint8Array(new BigUint64Array([BigInt(length)]).buffer)].reverse();
  const said = length < 126 ? [length] : length < 65_536 ? [126, length >> 8, length & 255] : [127, ...eight];
  return Uint8Array.from([first, ...said, ...payload]);
}
