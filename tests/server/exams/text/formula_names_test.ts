import assert from "node:assert/strict";
import fc from "fast-check";
import { unmarkedText } from "../../../../islands/components/unmarked_text.ts";
import { plainLine } from "../../../../protocol/items/plain_line.ts";
import { renderMarkdown, renderPart } from "../../../../server/exams/text/render_markdown.ts";

/** A formula, and what it is in English words, in German ones, and in one line of signs. */
const FORMULAS: [latex: string, english: string, german: string, signs: string][] = [
  ["x^2", "x squared", "x Quadrat", "x²"],
  ["x_1", "x sub 1", "x Index 1", "x₁"],
  ["x^{n+1}", "x to the power of open bracket n + 1 close bracket", "x hoch Klammer auf n + 1 Klammer zu", "xⁿ⁺¹"],
  ["\\frac{a+b}{2}", "open bracket a + b close bracket over 2", "Klammer auf a + b Klammer zu durch 2", "(a + b)/2"],
  ["\\sqrt{2}", "square root of 2", "Wurzel aus 2", "√2"],
  ["\\sum_{i=1}^n i", "∑ from i = 1 to n of i", "∑ von i = 1 bis n über i", "∑ᵢ₌₁ⁿ i"],
  ["\\lim_{x\\to 0} x", "lim with x → 0 below x", "lim mit x → 0 darunter x", "lim(x → 0) x"],
  ["\\binom{n}{k}", "open bracket n above k close bracket", "Klammer auf n über k Klammer zu", "(n ¦ k)"],
  [
    "\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}",
    "open bracket row 1: a, b; row 2: c, d close bracket",
    "Klammer auf Zeile 1: a, b; Zeile 2: c, d Klammer zu",
    "(a, b; c, d)",
  ],
  ["-1 \\le x", "minus 1 ≤ x", "minus 1 ≤ x", "−1 ≤ x"],
  ["f'(90^\\circ)", "f′ open bracket 90° close bracket", "f′ Klammer auf 90° Klammer zu", "f′(90°)"],
  ["n!", "n factorial", "n Fakultät", "n!"],
];

const nameIn = (html: string) => /<math [^>]*aria-label="([^"]*)"/.exec(html)?.[1];

Deno.test("[TX19] a formula that names something has a name in the exam's words, or in signs where there are none", () => {
  for (const [latex, english, german, signs] of FORMULAS) {
    assert.equal(nameIn(renderPart(`$${latex}$`, "exam", "en-GB")), english);
    assert.equal(nameIn(renderPart(`$${latex}$`, "exam")), english);
    assert.equal(nameIn(renderPart(`$${latex}$`, "exam", "de")), german);
    assert.equal(nameIn(renderPart(`$${latex}$`, "exam", "ar")), signs);
    // Elsewhere a screen reader goes into the formula.
    assert.equal(nameIn(renderMarkdown(`$${latex}$`, "exam")), undefined);
  }
});

Deno.test("[TX20] where no markup can be, a formula stands in one line of signs", () => {
  for (const [latex, , , signs] of FORMULAS) {
    const text = `a **b** $${latex}$`;
    for (const html of [renderPart(text), renderMarkdown(text)]) {
      assert.equal(unmarkedText({ text, html }), `a b ${signs}`);
      assert.equal(plainLine(text), `a b ${signs}`);
    }
  }
  assert.equal(unmarkedText({ text: "$\\nothing$", html: renderMarkdown("$\\nothing$") }), "$\\nothing$");
  assert.equal(unmarkedText({ text: "", html: renderMarkdown('$x < \\text{"y" \\& z}$') }), 'x < "y" & z');
});

Deno.test("[TX19] [TX2] any formula is named in bounded length, and its name stays in its attribute", () => {
  const pieces = fc.constantFrom(
    "x",
    "2",
    "<",
    '"',
    "&lt;",
    "\\&",
    "^",
    "_",
    "{",
    "}",
    "\\frac",
    "\\sqrt",
    "'",
    "|",
    "\\text{<b>}",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const html = renderPart(`$${parts.join(" ")}$`, "exam", "en");
      const [tag] = /<math[^>]*>/.exec(html) ?? [""];
      assert.match(tag, /^(?:<math(?: [a-z-]+="[^"<>]*")*>)?$/);
      assert.ok(tag.length < 10_000);
    }),
    { numRuns: 500 },
  );
});
