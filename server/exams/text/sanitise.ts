import sanitizeHtml from "sanitize-html";

/** Attributes of MathML that draw, and lead nowhere. */
const MATHS_ATTRIBUTES = [
  "accent",
  "accentunder",
  "columnalign",
  "columnspan",
  "depth",
  "display",
  "displaystyle",
  "fence",
  "form",
  "height",
  "largeop",
  "linethickness",
  "lspace",
  "mathsize",
  "mathvariant",
  "maxsize",
  "minsize",
  "movablelimits",
  "notation",
  "rowspan",
  "rspace",
  "scriptlevel",
  "separator",
  "stretchy",
  "symmetric",
  "voffset",
  "width",
];

const MATHS_ELEMENTS = [
  "math",
  "menclose",
  "merror",
  "mfrac",
  "mi",
  "mmultiscripts",
  "mn",
  "mo",
  "mover",
  "mpadded",
  "mphantom",
  "mprescripts",
  "mroot",
  "mrow",
  "ms",
  "mspace",
  "msqrt",
  "mstyle",
  "msub",
  "msubsup",
  "msup",
  "mtable",
  "mtd",
  "mtext",
  "mtr",
  "munder",
  "munderover",
  "none",
];

const TEXT_ELEMENTS = [
  "a",
  "bdi",
  "blockquote",
  "br",
  "code",
  "div",
  "em",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "hr",
  "img",
  "li",
  "ol",
  "p",
  "pre",
  "s",
  "span",
  "strong",
  "table",
  "tbody",
  "td",
  "th",
  "thead",
  "tr",
  "ul",
];

/** Lines around cells and formulas, which Temml writes as styles: as classes of ours they pass the pages' policy. */
const LINES: readonly [style: RegExp, className: string][] = [
  [/border-top:/, "rich-line-top"],
  [/border-bottom:/, "rich-line-bottom"],
  [/border-left:/, "rich-line-left"],
  [/border-right:/, "rich-line-right"],
  [/border:/, "rich-box"],
];

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...TEXT_ELEMENTS, ...MATHS_ELEMENTS],
  allowedAttributes: {
    "*": ["dir", "translate"],
    a: ["href", "rel", "target"],
    bdi: ["tabindex"],
    div: ["tabindex"],
    img: ["src", "alt", "decoding"],
    ol: ["start"],
    pre: ["tabindex"],
    span: ["tabindex"],
    ...Object.fromEntries(MATHS_ELEMENTS.map((name) => [name, MATHS_ATTRIBUTES])),
    math: [...MATHS_ATTRIBUTES, "alttext", "aria-label"],
  },
  allowedClasses: {
    "*": ["rich-*", "tml-*", "chr-*", "wbk-*", "upstrike", "downstrike", "sout", "mathcal", "mathscr"],
  },
  // Links lead to https alone; the addresses of pictures are paths of ours.
  allowedSchemes: [],
  allowedSchemesByTag: { a: ["https"] },
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  exclusiveFilter: ({ tag, attribs }) =>
    tag === "img" && !/^\/media\/[A-Za-z0-9_-]+\/[A-Za-z0-9_-]{43}$/.test(attribs.src ?? ""),
  transformTags: {
    mtd: withLines,
    mrow: withLines,
    mpadded: withLines,
    math: (tagName, attribs) => ({ tagName, attribs: { ...attribs, translate: "no" } }),
  },
};

/**
 * HTML of ours, with nothing in it but text, tables, formulas, pictures of exams and links that lead to `https:`: no
 * script, no style, no handler of an event. The reader of Markdown writes nothing else; this holds also where it errs.
 */
export function sanitise(html: string): string {
  return sanitizeHtml(html, OPTIONS);
}

function withLines(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const { style, ...others } = attribs;
  if (style === undefined) return { tagName, attribs };
  const lines = LINES.filter(([written]) => written.test(style)).map(([, className]) => className);
  return { tagName, attribs: { ...others, class: [others.class ?? "", ...lines].join(" ").trim() } };
}
