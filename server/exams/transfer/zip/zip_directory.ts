/** A file of a package, as the package's directory tells of it. Sizes and places in bytes. */
export interface ZipRecord {
  name: string;
  /** 0: as it is, 8: deflated. Nothing else is unpacked. */
  method: number;
  isEncrypted: boolean;
  packedSize: number;
  /** What it says it comes to. */
  size: number;
  /** Where its own header begins. */
  at: number;
}

/** Marks of the parts of a package. */
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const RECORD = 0x02014b50;
const HEADER = 0x04034b50;

/** Sizes of them without what varies, and the longest comment behind the end. */
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const RECORD_BYTES = 46;
const HEADER_BYTES = 30;
const MOST_COMMENT = 65_535;

const FULL_32 = 0xffffffff;

/**
 * The directory of a ZIP package, in its order, read once.
 *
 * @throws {RangeError} For what is broken or cut off.
 */
export function* zipRecords(bytes: Uint8Array): Generator<ZipRecord> {
  const view = viewOf(bytes);
  let { count, at } = directoryOf(view);
  for (; count > 0; count--) {
    expect(view, at, RECORD);
    const flags = view.getUint16(at + 8, true);
    const nameEnd = at + RECORD_BYTES + view.getUint16(at + 28, true);
    const end = nameEnd + view.getUint16(at + 30, true);
    if (end > bytes.length) throw new RangeError("cut off");
    const coding = (flags & 2048) === 0 ? "latin1" : "utf-8";
    const [size, packedSize, header] = large(view, nameEnd, end, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    yield {
      name: new TextDecoder(coding).decode(bytes.subarray(at + RECORD_BYTES, nameEnd)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) === 1,
      packedSize,
      size,
      at: header,
    };
    at = end + view.getUint16(at + 32, true);
  }
}

/**
 * What of a package is one file, still packed.
 *
 * @throws {RangeError} Where there is no file.
 */
export function packedBytes(bytes: Uint8Array, { at, packedSize }: ZipRecord): Uint8Array {
  const view = viewOf(bytes);
  expect(view, at, HEADER);
  const begin = at + HEADER_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (begin + packedSize > bytes.length) throw new RangeError("cut off");
  return bytes.subarray(begin, begin + packedSize);
}

function directoryOf(view: DataView): { count: number; at: number } {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at--) {
    if (view.getUint32(at, true) !== END) continue;
    const locator = at - LOCATOR_BYTES;
    if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) {
      return { count: view.getUint16(at + 10, true), at: view.getUint32(at + 16, true) };
    }
    const large = Number(view.getBigUint64(locator + 8, true));
    expect(view, large, END_64);
    return { count: Number(view.getBigUint64(large + 32, true)), at: Number(view.getBigUint64(large + 48, true)) };
  }
  throw new RangeError("no end");
}

/** Numbers of which those that are too large for their place stand in the field of ZIP64, in their order. */
function large(view: DataView, begin: number, end: number, numbers: number[]): number[] {
  if (!numbers.includes(FULL_32)) return numbers;
  for (let at = begin; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return numbers.map((number) => {
      if (number !== FULL_32) return number;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return numbers;
}

function expect(view: DataView, at: number, mark: number): void {
  if (view.getUint32(at, true) !== mark) throw new RangeError("not where it should be");
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
