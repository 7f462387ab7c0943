/** Commands that are one sign. Others stand as their own name: `\sin` is sin. */
const SIGNS: Readonly<Record<string, string>> = Object.fromEntries(
  ("alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν " +
    "xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π " +
    "Sigma Σ Phi Φ Psi Ψ Omega Ω cdot · times × div ÷ pm ± mp ∓ ast ∗ circ ∘ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ " +
    "equiv ≡ sim ∼ ll ≪ gg ≫ propto ∝ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ oint ∮ to → rightarrow → leftarrow ← " +
    "Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ leftrightarrow ↔ iff ⇔ implies ⇒ mapsto ↦ in ∈ notin ∉ ni ∋ subset ⊂ " +
    "subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ emptyset ∅ forall ∀ exists ∃ neg ¬ land ∧ wedge ∧ lor ∨ vee ∨ " +
    "oplus ⊕ otimes ⊗ perp ⊥ parallel ∥ mid ∣ angle ∠ degree ° ldots … dots … cdots ⋯ prime ′ ell ℓ hbar ℏ Re ℜ Im ℑ " +
    "langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ colon : lbrace { rbrace } vert | Vert ‖").split(" ")
    .reduce<[string, string][]>((pairs, part, at, all) => at % 2 === 0 ? [...pairs, [part, all[at + 1]]] : pairs, []),
);

/** Commands that only say how something looks. */
const SILENT = new Set(
  ["left", "right", "middle", "big", "Big", "bigg", "Bigg", "displaystyle", "textstyle", "limits", "nolimits"],
);

/** Commands that put a mark above what follows: the mark that Unicode has for one letter. */
const MARKS: Readonly<Record<string, string>> = {
  ...{ vec: "\u20d7", hat: "\u0302", widehat: "\u0302", tilde: "\u0303", widetilde: "\u0303", bar: "\u0304" },
  ...{ overline: "\u0304", dot: "\u0307", ddot: "\u0308" },
};

/** Brackets around rows and columns, by the name of what they stand in. */
const BRACKETS: Readonly<Record<string, readonly [string, string]>> = {
  ...{ pmatrix: ["(", ")"], bmatrix: ["[", "]"], Bmatrix: ["{", "}"], vmatrix: ["|", "|"], Vmatrix: ["‖", "‖"] },
  ...{ cases: ["{", ""] },
};

/** What stands between two things, with a space on both sides; at the beginning and behind another it has none. */
const BETWEEN = /^[+−±∓·×÷=≠<>≤≥≪≫≈≡∼∝→←↔⇒⇐⇔↦∈∉∋⊂⊆⊃⊇∪∩∖∧∨⊕⊗⊥∥∣]$/u;

const RAISED = ["0123456789+−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"] as const;
const LOWERED = ["0123456789+−=()aeijknx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₙₓ"] as const;

/** One thing, whatever stands beside it: a number or a letter with its indices and powers. */
const ONE = /^√?(?:[\p{Nd}.,]+|\p{L}?)[\p{M}\p{No}\p{Lm}₊₋₌₍₎⁺⁻⁼⁽⁾′°]*$/u;

/** Functions that have what they run over below them. */
const WITH_LIMITS = new Set(["lim", "max", "min", "sup", "inf", "limsup", "liminf"]);

/** Signs that a space follows once their limits are written. */
const LARGE = /^[∑∏∫∮]$/u;

/** Groups that lie in each other are read so deep; what lies deeper stands as it was written. */
const MOST_NESTED = 20;

/**
 * A formula in LaTeX as one line of text, where no markup can be: in a list, in an option, in a name without words. Near
 * enough to know it again, not to calculate with it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(mathsLine("\\frac{a+b}{2} \\le x^2"), "(a + b)/2 ≤ x²");
 * ```
 */
export function mathsLine(latex: string): string {
  const tokens: readonly string[] = latex.match(/\\(?:[A-Za-z]+|[^])|[{}^_&]|\s+|[^\\{}^_&\s]/gu) ?? [];
  let at = 0;
  let depth = 0;
  let arguing = 0;
  /** Within words spaces are read; elsewhere LaTeX has its own. */
  let isText = false;
  /** What stands between the cells of the tables that are open. */
  const cells: string[] = [];

  function skipSpace(): void {
    while (!isText && /^\s/.test(tokens[at] ?? "")) at++;
  }

  /** What stands from here to the end of a group, or of the formula. */
  function sequence(): string {
    let line = "";
    while (at < tokens.length && tokens[at] !== "}") {
      const next = piece();
      const isOpen = line === "" || /[ ([{|,;]$/.test(line);
      line += !isText && BETWEEN.test(next) ? isOpen && !line.endsWith(", ") ? next : ` ${next} ` : next;
    }
    return line;
  }

  /** The argument of a command: a group, or the next piece. */
  function argument(): string {
    skipSpace();
    if (at >= tokens.length || tokens[at] === "}" || arguing > 5 * MOST_NESTED) return "";
    arguing++;
    const inner = piece(false);
    arguing--;
    return inner;
  }

  /** @param isBase Whether a power behind it belongs to it, so that a group of several is told from its last. */
  function piece(isBase = true): string {
    const token = tokens[at++];
    if (token === "{") {
      if (++depth > MOST_NESTED) return token;
      const inner = sequence();
      depth--;
      at++;
      return isBase ? based(inner) : inner;
    }
    if (/^\s/.test(token)) return isText ? " " : "";
    if (isText) return token.startsWith("\\") ? command(token.slice(1)) : token;
    if (token === "^") return shifted(argument(), RAISED, "^");
    if (token === "_") return shifted(argument(), LOWERED, "_");
    if (token === "&") return cells.at(-1) ?? " ";
    if (token === "~") return " ";
    if (token === "-") return "−";
    if (token === "'") return "′";
    if (token === ",") return /^\d/.test(tokens[at] ?? "") ? "," : ", ";
    return token.startsWith("\\") && token.length > 1 ? command(token.slice(1)) : token;
  }

  function based(line: string): string {
    skipSpace();
    return tokens[at] === "^" || tokens[at] === "_" ? grouped(line) : line;
  }

  function scripts(): string {
    let line = "";
    for (skipSpace(); tokens[at] === "^" || tokens[at] === "_"; skipSpace()) line += piece();
    return line;
  }

  function command(name: string): string {
    switch (name) {
      case "frac":
      case "dfrac":
      case "tfrac":
        return based(`${grouped(argument())}/${grouped(argument())}`);
      case "binom":
      case "dbinom":
      case "tbinom":
        return `(${argument()} ¦ ${argument()})`;
      case "sqrt":
        return `${degree()}√${grouped(argument())}`;
      case "overset":
      case "stackrel": {
        const above = argument();
        return `${argument()}^${grouped(above)}`;
      }
      case "underset": {
        const below = argument();
        return `${argument()}_${grouped(below)}`;
      }
      case "pmod":
        return ` (mod ${argument()})`;
      case "begin":
        return begin(argument());
      case "end":
        cells.pop();
        return BRACKETS[argument()]?.[1] ?? " ";
      case "\\":
        return "; ";
    }
    if (WITH_LIMITS.has(name) && tokens[at] === "_") {
      at++;
      return ` ${name}(${argument().trim()}) `;
    }
    if (Object.hasOwn(SIGNS, name)) {
      const sign = SIGNS[name];
      return LARGE.test(sign) ? `${sign}${scripts()} ` : sign;
    }
    if (Object.hasOwn(MARKS, name)) return marked(argument(), MARKS[name]);
    if (SILENT.has(name)) return "";
    if (/^(?:text|mbox)/.test(name)) return words();
    if (/^(?:math|operatorname|boldsymbol)/.test(name)) return argument();
    if (/^q?quad$|^[,;: ]$/.test(name)) return " ";
    if (name === "!") return "";
    if (!/^[A-Za-z]/.test(name)) return name;
    // Of functions the name is what is read; a space keeps it apart from what follows.
    const line = ` ${name}${scripts()}`;
    return /^(?:\(|\\left)/.test(tokens[at] ?? "") ? line : `${line} `;
  }

  /** A table: rows one after another, their cells with commas between. */
  function begin(name: string): string {
    if (name === "array") argument();
    cells.push(/matrix|array|cases/.test(name) ? ", " : " ");
    return BRACKETS[name]?.[0] ?? " ";
  }

  function words(): string {
    const before = isText;
    isText = true;
    const line = argument();
    isText = before;
    return line;
  }

  /** The degree of a root, in square brackets. */
  function degree(): string {
    skipSpace();
    const end = tokens[at] === "[" ? tokens.indexOf("]", at) : -1;
    if (end < 0) return "";
    const written = tokens.slice(at + 1, end).join("");
    at = end + 1;
    return shifted(written, RAISED, "");
  }

  let line = sequence();
  // A brace that closes nothing.
  while (at < tokens.length) line += tokens[at++] + sequence();
  return line.replace(/\s+/g, " ").replace(/ (?=[,;)\]])|(?<=[([]) /g, "").trim();
}

function grouped(text: string): string {
  const line = text.trim();
  return ONE.test(line) || /^\([^()]*\)$/.test(line) ? line : `(${line})`;
}

function marked(text: string, mark: string): string {
  const line = text.trim();
  return [...line].length === 1 ? line + mark : `${grouped(line)}${mark === "\u0304" ? "‾" : mark}`;
}

function shifted(text: string, [plain, small]: readonly [string, string], sign: string): string {
  const signs = [...text.replace(/\s/g, "")];
  const smallSigns = [...small];
  if (signs.length > 0 && signs.every((one) => one === "′")) return signs.join("");
  if (signs.length === 1 && signs[0] === "∘") return "°";
  if (signs.length > 0 && signs.every((one) => plain.includes(one))) {
    return signs.map((one) => smallSigns[plain.indexOf(one)]).join("");
  }
  const line = text.trim();
  return line === "" ? "" : `${sign}${/^[\p{L}\p{N}]*$/u.test(line) ? line : `(${line})`}`;
}
