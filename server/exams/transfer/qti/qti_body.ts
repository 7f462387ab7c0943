import { htmlText, type PictureAt } from "../shared/html_text.ts";
import { textIn, type XmlElement } from "../xml/xml_tree.ts";

/** What stands in the place of an interaction or a gap while HTML becomes text. */
const BEGIN = "\ue010";
const END = "\ue011";

/** An item's body as text around its interactions. */
export interface QtiBody {
  /** One text more than there are interactions. */
  texts: string[];
  /** Interactions and gaps, in their order. */
  interactions: XmlElement[];
  media: string[];
  /** Whether a formula was taken as its plain text. */
  hasMaths: boolean;
}

const VOID = new Set("br hr img source col embed input".split(" "));

/** Parts that are no part of the question: what comes after the answer, and what is not shown. */
const ASIDE = /^(feedbackinline|feedbackblock|modalfeedback|stylesheet|templateinline|templateblock)$/;

/**
 * Reads a part of an item.
 *
 * @param pictureAt Finds the pictures that it shows.
 * @param isTaken Which elements are kept as they are, in their places.
 */
export function qtiBody(element: XmlElement | undefined, pictureAt: PictureAt, isTaken = isInteraction): QtiBody {
  const interactions: XmlElement[] = [];
  let hasMaths = false;
  const html = (node: XmlElement | string): string => {
    if (typeof node === "string") return escaped(node);
    if (ASIDE.test(node.name) || (node.name === "rubricblock" && !isForCandidates(node))) return "";
    if (isTaken(node)) {
      interactions.push(node);
      return `${BEGIN}${interactions.length - 1}${END}`;
    }
    if (node.name === "math") {
      const latex = latexIn(node);
      hasMaths ||= latex === null;
      return escaped(latex ?? textIn(node).replace(/\s+/g, " "));
    }
    if (node.name === "object" && /^image\//.test(node.attributes.get("type") ?? "")) {
      return `<img src="${quoted(node.attributes.get("data") ?? "")}" alt="${quoted(textIn(node).trim())}">`;
    }
    const values = ["src", "alt", "data"].flatMap((name) => {
      const value = node.attributes.get(name);
      return value === undefined ? [] : [` ${name}="${quoted(value)}"`];
    });
    // In HTML a closing `br` would be one more.
    if (VOID.has(node.name)) return `<${node.name}${values.join("")}>`;
    return `<${node.name}${values.join("")}>${node.children.map(html).join("")}</${node.name}>`;
  };
  const { text, media } = htmlText(element === undefined ? "" : element.children.map(html).join(""), pictureAt);
  const texts = text.split(new RegExp(`${BEGIN}\\d+${END}`));
  // A text that has such signs of its own could make more pieces than there are interactions.
  return { texts, interactions: interactions.slice(0, texts.length - 1), media, hasMaths };
}

/** Whether a block is read by whoever answers, and not by markers, tutors or authors. */
export function isForCandidates({ attributes }: XmlElement): boolean {
  return (attributes.get("view") ?? "").split(/\s+/).includes("candidate");
}

/** The LaTeX that MathML may carry with it, as HTML has it. */
function latexIn(math: XmlElement): string | null {
  const tex = annotationIn(math)?.trim();
  if (!tex || tex.includes("$")) return null;
  return math.attributes.get("display") === "block" ? `\\[${tex}\\]` : `\\(${tex}\\)`;
}

function annotationIn(element: XmlElement): string | null {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (child.name === "annotation" && /tex/i.test(child.attributes.get("encoding") ?? "")) return textIn(child);
    const found = annotationIn(child);
    if (found !== null) return found;
  }
  return null;
}

function isInteraction({ name }: XmlElement): boolean {
  return name.endsWith("interaction") && name !== "endattemptinteraction";
}

function escaped(text: string): string {
  return text.replace(/[\ue010\ue011]/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function quoted(text: string): string {
  return escaped(text).replaceAll('"', "&quot;");
}
