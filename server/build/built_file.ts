import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Manifest } from "./manifest.ts";

/** A file that a build made, before it is written. */
export interface BuiltFile {
  /** Name in the build's folder. */
  name: string;
  content: Uint8Array;
  /** Names of the files that it imports at once. */
  imports: string[];
}

/** First 12 hex digits of the SHA-256 of a content. */
export function contentHash(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}

/** What is text, and smaller when packed. */
const TEXTS = /\.(js|mjs|mts|css|html|svg|txt|json)$/;

/** Packed copies of what a build made, once and small, since a packing for each request costs a server its time: `exam.js.gz`. */
export function packedCopies(files: readonly BuiltFile[]): BuiltFile[] {
  return files.filter(({ name }) => TEXTS.test(name)).map(({ name, content }) => ({
    name: `${name}.gz`,
    content: gzipSync(content, { level: 9 }),
    imports: [],
  }));
}

/** The manifest's lines for a build's files. */
export function describeFiles(files: readonly BuiltFile[]): Manifest["files"] {
  const byName = new Map(files.map((file) => [file.name, file]));
  return Object.fromEntries(files.map((file) => {
    const gzip = [file, ...file.imports.map((name) => byName.get(name))]
      .reduce((sum, part) => sum + (part === undefined ? 0 : gzipSync(part.content, { level: 9 }).length), 0);
    return [file.name, { hash: contentHash(file.content), bytes: file.content.length, gzip, imports: file.imports }];
  }));
}

/** Writes a file so that a reader sees the old one or the new one, never half of it. */
export async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const temporary = `${path}.${Deno.pid}.tmp`;
  await Deno.writeFile(temporary, content);
  await Deno.rename(temporary, path);
}
