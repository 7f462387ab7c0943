import assert from "node:assert/strict";
import fc from "fast-check";
import { mathsLine } from "../../../protocol/items/maths_line.ts";
import { plainLine } from "../../../protocol/items/plain_line.ts";
import { seenText } from "../../../protocol/items/seen_text.ts";
import { renderMarkdown } from "../../../server/exams/text/render_markdown.ts";

/** Texts without formulas or pictures: what is rendered of them is what is read. */
const TEXTS = [
  "**Which** of these is _so_?",
  "## Part one\n\nRead `a * b` and *think*.",
  "- one\n- two **three**\n* four",
  "> quoted\n> > twice\n\nand on",
  "| Name | Value |\n| --- | ---: |\n| a | **1** |",
  "```js\nlet x = a * b * c;\n```\nWhat is x?",
  "snake_case_name and 2 * 3 * 4 and a*b*c",
  "A price of $5 to $7, \\*not bold\\*, \\$3",
  "***both*** and ~~gone~~ and **bold _inner_ word**",
  '[a link](https://example.org/a_b) and **[another](https://example.org "title")**',
  "Line one\nline two\n\n---\n\nend",
  "Title\n=====\nشرح **المفهوم** التالي",
];

Deno.test("[TX40] a text's plain line is what its reader sees, without signs of Markdown", () => {
  for (const text of TEXTS) {
    assert.equal(plainLine(text), seenText(renderMarkdown(text)).replace(/\s+/g, " "), text);
  }
  assert.equal(plainLine("![A map of Europe](media:abc)\nWhich river?"), "Which river?");
  assert.equal(plainLine("![A map](media:abc)\n\n![A \\[tall\\] tree](media:abc)"), "A map A [tall] tree");
  assert.equal(plainLine("**as** it_is", false), "**as** it_is");
});

Deno.test("[TX40] a formula in a plain line is read in signs of its own", () => {
  for (
    const [latex, line] of [
      ["x^2 + y_1", "x² + y₁"],
      ["\\frac{1}{2}mv^2", "1/2mv²"],
      ["\\frac{a+b}{\\sqrt{2}}", "(a + b)/√2"],
      ["\\alpha \\le \\beta \\cdot 10^{-3}", "α ≤ β · 10⁻³"],
      ["\\sqrt{x+1}", "√(x + 1)"],
      ["\\sin x + \\log_{10} y", "sin x + log₁₀ y"],
      ["\\text{if } x > 0", "if x > 0"],
      ["\\lim_{x \\to 1} f(x)", "lim(x → 1) f(x)"],
      ["\\left(\\mathbf{v}\\right)", "(v)"],
      ["e^{-i\\pi} - v_{max}", "e^(−iπ) − v_max"],
      ["\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", "(a, b; c, d)"],
      ["{a+b}^2 = \\frac{1}{ab}", "(a + b)² = 1/(ab)"],
      ["\\sqrt[3]{8} \\equiv 2 \\pmod 7", "³√8 ≡ 2 (mod 7)"],
      ["\\vec{a}\\cdot\\overline{AB}, 3,14", "a\u20d7 · (AB)‾, 3,14"],
      ["2\\sin(x) , \\; \\sum_{k}^{m} -k", "2 sin(x), ∑ₖ^m −k"],
      ["\\int_0^1 f'", "∫₀¹ f′"],
    ]
  ) assert.equal(mathsLine(latex), line);
  assert.equal(plainLine("What is $\\frac{1}{2}$ of **ten**?\n$$\nx_1\n$$"), "What is 1/2 of ten? x₁");
});

Deno.test("[TX40] any text has a plain line, on one line, in bounded time", () => {
  const signs = fc.string({
    unit: fc.constantFrom(
      "*",
      "_",
      "$",
      "`",
      "\\",
      "{",
      "}",
      "[",
      "]",
      "(",
      ")",
      "!",
      "|",
      "~",
      "^",
      " ",
      "\n",
      "a",
      "frac",
    ),
    maxLength: 400,
  });
  fc.assert(fc.property(signs, (text) => !/[\n\uE000\uE001]/.test(plainLine(text))), { numRuns: 300 });
  const startMs = performance.now();
  for (const part of ["*a", "_a ", "$a", "`a", "[", "\\frac{", "{", "**a ", "![a](", "- > ", "~~a"]) {
    plainLine(part.repeat(100_000 / part.length));
  }
  assert.ok(performance.now() - startMs < 2_000, `${performance.now() - startMs} ms`);
});
