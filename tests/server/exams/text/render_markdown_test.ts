import assert from "node:assert/strict";
import fc from "fast-check";
import { renderLine, renderMarkdown } from "../../../../server/exams/text/render_markdown.ts";
import { RICH_TEXT } from "../../../support/rich_exam.ts";

const MEDIA = "m".repeat(43);

/** What must never come out, whatever goes in. Text has its angle brackets written as entities. */
function assertInert(html: string, text: string): void {
  for (const [tag] of html.matchAll(/<[^>]*>/g)) {
    assert.match(tag, /^<\/?[a-z][a-z0-9]*(?: [a-z]+(?:="[^"<>]*")?)*(?: \/)?>$/, text);
    assert.doesNotMatch(
      tag,
      /^<\/?(?:script|style|iframe|object|embed|link|meta|base|form|input|svg|annotation)/,
      text,
    );
    assert.doesNotMatch(tag, / (?:on\w+|style|srcdoc|id|name|formaction|data\w*|action)=/, text);
    for (const [, name, address] of tag.matchAll(/ (href|src)="([^"]*)"/g)) {
      if (name === "src") assert.match(address, /^\/media\/exam\/[\w-]{43}$/, text);
      else {
        assert.match(address, /^https:\/\//i, text);
        assert.match(tag, / target="_blank" rel="noopener noreferrer"/, text);
      }
    }
  }
  assert.doesNotMatch(html.replace(/<[^>]*>/g, ""), /[<>]/, text);
}

const PIECES = [
  ...[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=x>",
    "</p>",
    "<!--",
    "]]>",
    "<a href='",
    '"',
  ],
  ...[
    "[a](",
    "](javascript:x)",
    "](https://a.b 'c\" onclick=\"x')",
    "](data:text/html,x)",
    "](//a.b)",
    "![",
    "](media:",
  ],
  ...[
    MEDIA,
    ")",
    "<https://a.b>",
    "<javascript:x>",
    "\n\n",
    "\n",
    "    ",
    "- ",
    "> ",
    "1. ",
    "# ",
    "|a|b|\n|-|:-:|\n|",
    "|",
  ],
  ...[
    "$",
    "$$",
    "\\",
    "{",
    "}",
    "^",
    "_",
    "&",
    "&lt;",
    "&#x3c;",
    "&Tab;",
    "\0",
    "\u202e",
    "``",
    "`",
    "~~~",
    "**",
    "_",
    "~~",
  ],
  ...[
    "\\text{<b>}",
    "\\href{javascript:x}{y}",
    "\\class{a}{b}",
    "\\style{color:red}{x}",
    "\\color{red}",
    "\\def\\a{b}",
  ],
  ...[
    "\\includegraphics{x}",
    "\\url{x}",
    "\\begin{array}{|c|}",
    "\\end{array}",
    "\\hline",
    "\\frac",
    "\\boxed{x}",
    "[[gap]]",
  ],
];

Deno.test("[TX2] no text yields a script, a style, a handler, or an address that leads elsewhere than https", () => {
  const pieces = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 14 });
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      assertInert(renderMarkdown(text, "exam"), text);
      assertInert(renderLine(text, "exam"), text);
    }),
    { numRuns: 3_000 },
  );
});

Deno.test("[TX2] links lead to https, pictures are the exam's own; what else is meant as one stays text", () => {
  const shown = (text: string) => renderMarkdown(text, "exam").trim();
  const link = '<a href="https://a.b/c?d&amp;e" target="_blank" rel="noopener noreferrer">x</a>';
  assert.equal(shown("[x](https://a.b/c?d&e)"), `<p dir="auto">${link}</p>`);
  const picture = `<img src="/media/exam/${MEDIA}" alt="A tree" decoding="async" />`;
  assert.equal(shown(`![A *tree*](media:${MEDIA})`), `<p dir="auto">${picture}</p>`);
  for (
    const text of ["[x](http://a.b)", "[x](javascript:alert)", "[x](//a.b)", "![x](https://a.b/c.png)", "![x](media:1)"]
  ) {
    assert.equal(shown(text), `<p dir="auto">${text}</p>`);
  }
});

Deno.test("[TX2] HTML of an author is text", () => {
  const html = '<b onclick="x()">bold</b>';
  assert.equal(renderMarkdown(html), '<p dir="auto">&lt;b onclick="x()"&gt;bold&lt;/b&gt;</p>\n');
});

Deno.test("[TX3] a formula becomes MathML; what cannot be read is shown as it was written, with a mark", () => {
  assert.match(
    renderMarkdown("$x^2$"),
    /<math alttext="x²" translate="no"><msup><mi>x<\/mi><mn[^>]*>2<\/mn><\/msup><\/math>/,
  );
  const lines = renderMarkdown("$$\n\\begin{array}{c|c}p & q\\\\\\hline 1 & 0\\end{array}\n= x\n$$");
  assert.match(lines, /rich-line-/);
  assert.match(lines, /<math [^>]*display="block"/);
  assert.doesNotMatch(lines, /style=/);
  for (
    const unread of [
      "\\frac{",
      "\\nonsense",
      "\\def\\a{b}\\a",
      "\\includegraphics{x}",
      "{".repeat(4_000),
      "x".repeat(5_001),
    ]
  ) {
    for (const formula of [`$$${unread}$$`, unread.length > 5_000 ? "" : `$${unread}$`]) {
      const html = renderMarkdown(formula);
      assert.ok(formula === "" || html.includes(unread), unread);
      assert.doesNotMatch(html, /<math/);
    }
  }
  assert.match(renderMarkdown("$\\frac{$"), /<bdi dir="ltr"><code class="rich-unread">\$\\frac\{\$<\/code>/);
});

Deno.test("[TX3] a long formula within a line has a box of its own to scroll in, which the keyboard reaches", () => {
  assert.match(renderMarkdown(`a $${"x + ".repeat(20)}y$ b`), /<bdi dir="ltr" class="rich-long" tabindex="0"><math/);
  assert.match(renderMarkdown("a $x$ b"), /<bdi dir="ltr"><math/);
});

Deno.test("[TX3] dollars that are money stay dollars", () => {
  for (const text of ["from $5 to $7", "$ 5 and 6$", "5$ and 6$", "\\$x\\$"]) {
    assert.equal(renderMarkdown(text), `<p dir="auto">${text.replaceAll("\\", "")}</p>\n`);
  }
});

Deno.test("[TX4] any text is rendered in bounded time, and to a bounded size", () => {
  const most = 20_000;
  const hostile = [
    ...[
      "[",
      "[a](",
      "![",
      "*a **b ",
      "_a_",
      ">",
      "$a ",
      "$a$",
      "$$",
      "$$\n",
      "$$a\n",
      "#\n",
      "<a",
      "&amp;",
      "`",
      "|",
      "- \n",
    ],
    ...["[a]: x\n", "\\frac", "\\begin{pmatrix}", "- ", "\t", "~~", "~~~\n", "a|", "[[", "]]", "&", "\\", "\\$"],
  ].map((piece) => piece.repeat(most / piece.length));
  const table = `|${"a|".repeat(60)}\n|${"-|".repeat(60)}\n`;
  hostile.push(table + "x\n".repeat(9_000), table + `|${"b|".repeat(60)}\n`.repeat(160));
  hostile.push(
    `$\\begin{pmatrix}${"&".repeat(4_900)}\\end{pmatrix}$`.repeat(4),
    `$${"x^{".repeat(1_200)}${"}".repeat(1_200)}$`,
  );
  hostile.push(Array.from({ length: 190 }, (_, depth) => `${" ".repeat(depth)}- a`).join("\n"));
  hostile.push(Array.from({ length: 190 }, (_, count) => "`".repeat(count)).join("a"));
  for (const text of hostile) {
    const began = performance.now();
    const html = renderMarkdown(text, "exam");
    const ms = performance.now() - began;
    // Two hundred times what it takes on an idle machine would be seconds; growth beyond that is what is looked for.
    assert.ok(ms < 20_000, `${JSON.stringify(text.slice(0, 20))} took ${ms} ms`);
    assert.ok(html.length <= 10_000 + text.length * 60, `${JSON.stringify(text.slice(0, 20))}: ${html.length}`);
    assertInert(html, text.slice(0, 40));
  }
});

Deno.test("[TX9] headings follow on the page's own, blocks have a direction of their own, code is not translated", () => {
  const tags = [...renderMarkdown("#### a\n\n# b\n\n### c\n\n## d\n\n## e").matchAll(/<(h\d)/g)].map(([, tag]) => tag);
  assert.deepEqual(tags, ["h2", "h2", "h3", "h3", "h3"]);
  const html = renderMarkdown(RICH_TEXT);
  for (const tag of ["p", "h2", "ol", "blockquote", 'div class="rich-table"']) {
    assert.match(html, new RegExp(`<${tag} dir="auto"`));
  }
  assert.match(html, /<pre dir="ltr" translate="no" tabindex="0"><code>def height\(node\):\n {4}return/);
  assert.match(html, /<code dir="ltr" translate="no">code<\/code>/);
  assert.match(html, /<math[^>]* translate="no">/);
});
