import { Parser } from "htmlparser2";

/** An element of MathML: its parts, or its text where it has none. */
export interface FormulaNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  parts: FormulaNode[];
  text: string;
}

/** What Temml wrote of a formula, as a tree: its `math` element. */
export function readFormula(mathml: string): FormulaNode {
  const root: FormulaNode = { name: "", attributes: {}, parts: [], text: "" };
  const open = [root];
  const parser = new Parser({
    onopentag(name, attributes) {
      const node: FormulaNode = { name, attributes, parts: [], text: "" };
      open[open.length - 1].parts.push(node);
      open.push(node);
    },
    onclosetag: () => void open.pop(),
    ontext: (text) => void (open[open.length - 1].text += text),
  }, { xmlMode: true, decodeEntities: true });
  parser.write(mathml);
  parser.end();
  return root.parts[0] ?? root;
}
