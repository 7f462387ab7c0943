import { posix } from "node:path";
import { MAX_PICTURE_BYTES } from "../../../../protocol/limits.ts";
import { pictureType } from "../../media/picture_type.ts";
import type { Picture } from "../../media/read_picture.ts";
import { boundedPicture, pictureOfData } from "../shared/base64_picture.ts";
import { plainTree } from "./qti_names.ts";
import { readText } from "../shared/read_text.ts";
import { type XmlElement, xmlElements, XmlProblem } from "../xml/xml_tree.ts";
import { unzipped, type ZipEntry } from "../zip/zip_files.ts";

/** Bytes of pictures that are unpacked of one package, at most. */
const MOST_PICTURE_BYTES = 16 * 1024 * 1024;

/** How many times as much a byte of SVG counts: making it inert takes about two seconds for each megabyte. */
const DRAWING_WEIGHT = 8;

/**
 * The files of a package. Names serve to find a file in it and nothing else: none is written anywhere, and what leads out of it is not
 * found.
 */
export class PackageFiles {
  readonly #xml = new Map<string, Uint8Array<ArrayBuffer> | null>();
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #pictures = new Map<string, Picture | null>();
  #pictureBytes = 0;
  /** Names of files that are called by the id of a picture. */
  readonly #named: ReadonlyMap<string, string>;

  constructor(readonly bytes: Uint8Array<ArrayBuffer>, entries: readonly ZipEntry[]) {
    this.#entries = new Map(entries.filter(({ name }) => !leadsOut(name)).map((entry) => [entry.name, entry]));
    this.#named = new Map([...this.#entries.keys()].flatMap((name) => {
      const id = /(?:^|\/)([A-Za-z0-9_-]{43})\.\w{3,4}$/.exec(name)?.[1];
      return id === undefined ? [] : [[id, name]];
    }));
  }

  /** Unpacks what is XML, some files at a time. */
  *unpack(): Generator<void> {
    const readable = [...this.#entries.values()].filter(({ name }) => /\.xml$/i.test(name));
    for (const turn of unzipped(this.bytes, readable)) {
      for (const [name, content] of turn) this.#xml.set(name, content);
      yield;
    }
  }

  /** Names of the files that are XML, in the order of the package. */
  names(): string[] {
    return [...this.#xml.keys()];
  }

  has(name: string): boolean {
    return this.#xml.has(name);
  }

  /** The bytes of a file that is XML; null where it is broken. */
  content(name: string): Uint8Array<ArrayBuffer> | null {
    return this.#xml.get(name) ?? null;
  }

  /** The root of a file that is XML, with plain names, or undefined where it cannot be read. */
  root(name: string | null): XmlElement | undefined {
    const content = name === null ? null : this.content(name);
    const text = content === null ? "" : readText(content)?.text ?? "";
    try {
      for (const element of xmlElements(text, 0)) if (element !== null) return plainTree(element);
    } catch (error) {
      if (!(error instanceof XmlProblem)) throw error;
    }
    return undefined;
  }

  /** The picture of an id, where a file of ours is called by it, or null. */
  pictureOf(mediaId: string): Picture | null {
    const name = this.#named.get(mediaId);
    const picture = name === undefined ? null : this.picture("", name);
    return picture?.mediaId === mediaId ? picture : null;
  }

  /** The picture that a link in a file leads to, or null. Each file is unpacked once. */
  picture(from: string, address: string): Picture | null {
    if (address.startsWith("data:")) return pictureOfData(address);
    const name = resolved(from, address);
    const entry = name === null ? undefined : this.#entries.get(name);
    if (entry === undefined) return null;
    const known = this.#pictures.get(entry.name);
    if (known !== undefined) return known;
    const isRoom = entry.size <= MAX_PICTURE_BYTES && this.#pictureBytes + entry.size <= MOST_PICTURE_BYTES;
    const [turn] = isRoom ? unzipped(this.bytes, [entry]) : [];
    const content = turn?.get(entry.name) ?? null;
    if (content !== null) this.#pictureBytes += content.length * (isDrawing(content) ? DRAWING_WEIGHT : 1);
    const isTaken = content !== null && this.#pictureBytes <= MOST_PICTURE_BYTES;
    const picture = isTaken ? boundedPicture(content) : null;
    this.#pictures.set(entry.name, picture);
    return picture;
  }
}

function isDrawing(content: Uint8Array): boolean {
  return pictureType(content) === "image/svg+xml";
}

/** The name in the package that a link from one of its files leads to, or null where it leads out. */
export function resolved(from: string, href: string | undefined): string | null {
  if (!href) return null;
  let plain = href;
  try {
    plain = decodeURIComponent(href);
  } catch {
    // A percent sign of its own.
  }
  const name = posix.join(posix.dirname(from), plain);
  return leadsOut(name) ? null : name;
}

/** Whether a name is none of a file within the package. */
export function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|\\|(^|\/)\.\.(\/|$)|\0/i.test(name);
}
