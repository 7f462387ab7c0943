import type { FormulaNode } from "./formula_tree.ts";

/** How the parts of a formula are said, in a language's words. In signs a formula is a line by `protocol/items/maths_line.ts`. */
export interface FormulaWording {
  /** Made one of several, so that it is clear where it ends. */
  group(inner: string): string;
  sign(sign: string): string;
  power(base: string, exponent: string): string;
  index(base: string, index: string): string;
  /** Of a sum or an integral, or of what has something below and above it. */
  limits(base: string, from: string, to: string): string;
  below(base: string, below: string): string;
  above(base: string, above: string): string;
  fraction(above: string, below: string): string;
  /** One above the other without a line, as in a binomial coefficient. */
  stacked(above: string, below: string): string;
  root(of: string, degree: string | null): string;
  overline(of: string): string;
  rows(rows: readonly (readonly string[])[]): string;
  /** Puts parts that follow on each other together. */
  join(parts: readonly string[]): string;
}

/** Signs of which a lower and an upper index are limits. */
const LARGE = /^[∑∏∐∫∬∭∮⋃⋂⨁⨂]/u;

/** What a base with an index that stands for a mark of its own is read with: primes and degrees. */
const MARKS: Readonly<Record<string, string>> = { "∘": "°", "′": "′", "″": "″", "‴": "‴" };

/** A formula in words on one line: the name of what it stands in. */
export function formulaLine(node: FormulaNode, wording: FormulaWording): string {
  return lineOf(node, wording).replace(/\s+/g, " ").trim();
}

function lineOf(node: FormulaNode, wording: FormulaWording): string {
  const { name, parts, text, attributes } = node;
  const line = (place: number) => parts[place] === undefined ? "" : lineOf(parts[place], wording);
  const part = (place: number) => {
    const inner = line(place).trim();
    return parts[place] !== undefined && isSeveral(parts[place]) ? wording.group(inner) : inner;
  };
  switch (name) {
    case "mi":
    case "mn":
    case "mo":
      return wording.sign(text);
    case "mtext":
    case "ms":
      return text;
    case "mspace":
      return " ";
    case "mphantom":
    case "none":
    case "mprescripts":
      return "";
    case "mfrac":
      return attributes.linethickness?.startsWith("0")
        ? wording.stacked(part(0), part(1))
        : wording.fraction(part(0), part(1));
    case "msqrt":
      return wording.root(rowPart(node, wording), null);
    case "mroot":
      return wording.root(part(0), part(1));
    case "msup": {
      // Each part is read once: deep ones would take for ever.
      const mark = parts[1]?.parts.length === 0 ? MARKS[parts[1].text] : undefined;
      return mark === undefined ? wording.power(part(0), part(1)) : part(0) + mark;
    }
    case "msub":
      return isLarge(parts[0]) ? wording.below(part(0), line(1)) : wording.index(part(0), part(1));
    case "msubsup":
      return isLarge(parts[0])
        ? wording.limits(part(0), line(1), line(2))
        : wording.power(wording.index(part(0), part(1)), part(2));
    case "munder":
      return wording.below(part(0), line(1));
    case "mover":
      return wording.above(part(0), line(1));
    case "munderover":
      return wording.limits(part(0), line(1), line(2));
    case "mtable":
      return wording.rows(parts.map((row) => row.parts.map((cell) => lineOf(cell, wording).trim())));
    case "menclose":
      return attributes.notation === "top" ? wording.overline(rowPart(node, wording)) : rowOf(node, wording);
    default:
      return rowOf(node, wording);
  }
}

function rowOf({ parts }: FormulaNode, wording: FormulaWording): string {
  return wording.join(parts.map((part) => part.name === "mo" ? wording.sign(part.text) : lineOf(part, wording)));
}

function rowPart(node: FormulaNode, wording: FormulaWording): string {
  const inner = rowOf(node, wording).trim();
  return isSeveral({ ...node, name: "mrow" }) ? wording.group(inner) : inner;
}

/** Whether it is more than one thing, so that somebody who hears it must be told where it ends. */
function isSeveral({ name, parts }: FormulaNode): boolean {
  if (name === "mfrac") return true;
  if (!["mrow", "mstyle", "mpadded", "math"].includes(name)) return false;
  const [first] = parts;
  if (parts.length === 1) return isSeveral(first);
  // What has brackets around it is one thing already.
  return parts.length > 1 &&
    !(first.attributes.fence === "true" && parts[parts.length - 1].attributes.fence === "true");
}

function isLarge(node: FormulaNode | undefined): boolean {
  return node !== undefined && node.parts.length === 0 && (LARGE.test(node.text) || node.text.startsWith("lim"));
}
