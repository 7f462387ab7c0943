import sanitizeHtml from "sanitize-html";
import { SVG_ATTRIBUTES, SVG_ELEMENTS } from "./svg_parts.ts";

/** A reference to a part of the same picture. */
const LOCAL = /^url\(\s*["']?#[\w.:-]+["']?\s*\)(?:\s+[\w#(),.\s%-]+)?$/;

/** What a style could load, run or hide: `url(…)`, `@import`, escapes that spell them. */
const LOADS = /url|@|\\|expression|javascript|behavior|binding|image|[<&]/i;

const OPTIONS: sanitizeHtml.IOptions = {
  parser: { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
  allowedTags: [...SVG_ELEMENTS, "style"],
  allowVulnerableTags: true,
  allowedAttributes: { "*": [...SVG_ATTRIBUTES], svg: ["xmlns", "xmlns:xlink", "version"] },
  allowedSchemes: [],
  parseStyleAttributes: false,
  // Two kinds of text that are not shown.
  nonTextTags: ["script", "foreignObject", "metadata", "title", "desc", "textarea", "option"],
  exclusiveFilter: ({ tag, text }) => tag === "style" && LOADS.test(text),
  transformTags: { "*": withoutReferences },
};

/**
 * An SVG with nothing in it that runs, loads or leads away: no script, no handler, no foreign object, no animation, no address but
 * of its own parts.
 *
 * @returns Null where nothing to be shown is left, or where its parts repeat each other: a few lines can stand for millions.
 */
export function inertSvg(content: Uint8Array): Uint8Array<ArrayBuffer> | null {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return null;
  }
  if (/<!ENTITY/i.test(text)) return null;
  const clean = sanitizeHtml(text, OPTIONS);
  const from = clean.indexOf("<svg");
  const to = clean.lastIndexOf("</svg>");
  if (from < 0 || to < from) return null;
  const svg = clean.slice(from, to + "</svg>".length);
  return repeatsItself(svg) ? null : new TextEncoder().encode(svg);
}

function withoutReferences(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const kept = Object.entries(attribs).filter(([name, value]) => {
    if (name === "href" || name === "xlink:href") return /^#[\w.:-]+$/.test(value);
    if (name === "style") return !LOADS.test(value.replace(/url\(\s*["']?#[\w.:-]+["']?\s*\)/g, ""));
    return !/url\s*\(|javascript:|\\/i.test(value) || LOCAL.test(value);
  });
  const own: sanitizeHtml.Attributes = tagName === "svg"
    ? { xmlns: "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink" }
    : {};
  return { tagName, attribs: { ...Object.fromEntries(kept), ...own } };
}

/** Whether something that is used uses something itself. */
function repeatsItself(svg: string): boolean {
  const tags = [...svg.matchAll(/<(\/?)([\w-]+)([^>]*)>/g)];
  const used = new Set<string>();
  for (const [, , name, attributes] of tags) {
    const target = name === "use" ? /href="#([^"]+)"/.exec(attributes)?.[1] : undefined;
    if (target !== undefined) used.add(target);
  }
  let usedAbove = 0;
  const open: boolean[] = [];
  for (const [, closing, name, attributes] of tags) {
    if (closing) {
      if (open.pop()) usedAbove--;
      continue;
    }
    const isUsed = used.has(/ id="([^"]+)"/.exec(attributes)?.[1] ?? "");
    if (name === "use" && (usedAbove > 0 || isUsed)) return true;
    open.push(isUsed);
    if (isUsed) usedAbove++;
  }
  return false;
}
