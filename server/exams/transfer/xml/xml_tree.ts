import { SaxesParser } from "saxes";
import type { ImportTold } from "../shared/found.ts";

/** An element of an XML file, with everything in it. */
export interface XmlElement {
  /** Without a namespace's prefix. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
  /** Line of the file where it begins, from 1. */
  line: number;
  /** What a comment directly in it says that begins with {@link REMARK}. */
  remark?: string;
}

/** Begins the comment that says what a format cannot say. Other programs leave comments out. */
export const REMARK = " invigil: ";

/** Characters that are parsed before the server may do something else. */
const CHUNK_CHARACTERS = 32_768;

/** Elements within elements, at most. */
const MOST_DEPTH = 100;

/** What ends the reading of an XML file. */
export class XmlProblem extends Error {
  constructor(readonly told: ImportTold, readonly line: number) {
    super(told.key);
  }
}

/**
 * The elements of an XML text at one depth, each as soon as it is whole, and null where the server may pause. Nothing is fetched
 * and no entity is expanded but the five of XML itself: a DOCTYPE ends the reading.
 *
 * @param depth 0 for the root itself, 1 for what stands in it.
 * @throws {XmlProblem} `xml_syntax`, `xml_doctype` or `xml_deep`, with its line; what came before has been given.
 */
export function* xmlElements(text: string, depth: number): Generator<XmlElement | null> {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  let whole: XmlElement[] = [];
  parser.on("error", () => {
    throw new XmlProblem({ key: "xml_syntax", values: {} }, parser.line);
  });
  parser.on("doctype", () => {
    throw new XmlProblem({ key: "xml_doctype", values: {} }, parser.line);
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length >= MOST_DEPTH) throw new XmlProblem({ key: "xml_deep", values: { most: MOST_DEPTH } }, parser.line);
    const element: XmlElement = {
      name: localName(name),
      attributes: new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
      children: [],
      line: parser.line,
    };
    if (open.length > depth) open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    const element = open.pop();
    if (element !== undefined && open.length === depth) whole.push(element);
  });
  const take = (piece: string) => {
    if (open.length > depth) open.at(-1)?.children.push(piece);
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("comment", (comment) => {
    const element = open.at(-1);
    if (element !== undefined && comment.startsWith(REMARK)) element.remark = comment.slice(REMARK.length).trim();
  });
  // The mark of the encoding is no part of the text.
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at < text.length; at += CHUNK_CHARACTERS) {
    let problem: unknown = null;
    try {
      parser.write(text.slice(at, at + CHUNK_CHARACTERS));
      if (at + CHUNK_CHARACTERS >= text.length) parser.close();
    } catch (error) {
      problem = error;
    }
    yield* whole;
    whole = [];
    if (problem !== null) throw problem;
    yield null;
  }
}

/** The elements of a name directly in another one. */
export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child): child is XmlElement => typeof child !== "string" && child.name === name);
}

/** The first element of a name directly in another one, or along a path of names. */
export function childOf(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce((from, name) => from && childrenOf(from, name)[0], element);
}

/** The elements of some names in another one, at any depth, but for those in one of them. */
export function elementsIn(element: XmlElement, names: readonly string[]): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return names.includes(child.name) ? [child] : elementsIn(child, names);
  });
}

/** All text in an element, at any depth. */
export function textIn(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  return element.children.map((child) => typeof child === "string" ? child : textIn(child)).join("");
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
