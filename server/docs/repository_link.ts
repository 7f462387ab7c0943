import { dirname, join } from "node:path/posix";

/** Where a link of a document leads. */
export type Target =
  /** Another document that is shown, or a place in one. */
  | { kind: "page"; href: string; path: string }
  /** A picture of `docs/images`, by its name. */
  | { kind: "image"; href: string }
  /** A file or folder that is in the repository alone, by its path there. */
  | { kind: "file"; path: string }
  /** Another site, a place in the same document, or an address of this server. */
  | { kind: "address"; href: string };

/** Where pictures of documents are served. */
export const IMAGES = "/docs/images/";

/**
 * Where a link leads that was written for whoever reads the file in the repository.
 *
 * @param from Path of the document below `docs/`, without its ending.
 * @param titleOf Title of a document that is shown, by a path of that form; undefined for any other.
 *
 * @example
 * assert.deepEqual(targetOf("guides/a", "../../scoring/fold.ts", titleOf), { kind: "file", path: "scoring/fold.ts" });
 */
export function targetOf(from: string, href: string, titleOf: (path: string) => string | undefined): Target {
  if (/^[a-z]+:|^[#/]/i.test(href)) return { kind: "address", href };
  const [written, place] = href.split("#");
  const path = join("docs", dirname(from), written).replace(/\/$/, "");
  const name = /^docs\/(.+)\.md$/.exec(path)?.[1];
  if (name !== undefined && titleOf(name) !== undefined) {
    return { kind: "page", path: name, href: `/docs/${name}${place === undefined ? "" : `#${place}`}` };
  }
  const image = /^docs\/images\/([^/]+)$/.exec(path)?.[1];
  return image === undefined ? { kind: "file", path } : { kind: "image", href: IMAGES + image };
}
