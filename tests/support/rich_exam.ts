/** A text with everything that Markdown can be in an exam, but for a picture. */
export const RICH_TEXT = String.raw`## Trees and sums

The *height* of a tree with **n** nodes is at least $\lceil \log_2(n+1) \rceil - 1$; it costs $5 to $7.

$$
\sum_{k=0}^{n} \binom{n}{k} x^k = (1+x)^n \qquad \begin{pmatrix} a & b \\ c & d \end{pmatrix} \cdot \begin{pmatrix} x \\ y \end{pmatrix} = \begin{pmatrix} ax + by \\ cx + dy \end{pmatrix}
$$

| structure | search | insertion | remarks on when it is used |
|:----------|-------:|:---------:|----------------------------|
| array     | $O(n)$ | $O(1)$    | unsorted, appended at its end |
| tree      | $O(\log n)$ | $O(\log n)$ | balanced |

~~~python
def height(node):
    return -1 if node is None else 1 + max(height(node.left), height(node.right))  # a rather long line
~~~

1. First
2. Second, with ${"`code`"}
   - inner

> A quotation.
`;

/** An exam in Markdown. */
export function richExam(picture = ""): Record<string, unknown> {
  return {
    code: "RICH",
    title: "Rich",
    text_format: "markdown",
    instructions: "Read **everything**.\n\nAllowed: a pen.",
    duration_minutes: 60,
    questions: [
      {
        id: "q1",
        type: "single_choice",
        text: RICH_TEXT + picture,
        choices: [
          { id: "a", text: "$x^2$ and *more*" },
          { id: "b", text: "~~~js\nlet a = 1;\n  a++;\n~~~" },
          { id: "c", text: "Plain" },
        ],
        correct: "a",
      },
      {
        id: "q2",
        type: "cloze",
        text: "Fill in.",
        passage: "The **fast** [[g1]] is *very* [[g2]]\nand then $x$.",
        gaps: [{ id: "g1" }, { id: "g2", choices: [{ id: "x", text: "**quick**" }, { id: "y", text: "slow" }] }],
      },
      { id: "q3", type: "essay", text: "Why?" },
    ],
  };
}
