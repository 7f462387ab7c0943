import type { Candidate } from "../shared/found.ts";
import { childOf, childrenOf, elementsIn, textIn, type XmlElement } from "../xml/xml_tree.ts";

/** What an item declares of its responses: what is right, what each is worth, and how near a number must come. */
export class QtiResponses {
  readonly #declared: ReadonlyMap<string, XmlElement>;

  /** @param root An item, with plain names. */
  constructor(readonly root: XmlElement) {
    this.#declared = new Map(
      childrenOf(root, "responsedeclaration").map((each) => [each.attributes.get("identifier") ?? "", each]),
    );
  }

  /** What is right of an interaction's responses: what is called so, and what is worth as much as the best. */
  correct(interaction: XmlElement): string[] {
    const declared = this.#of(interaction);
    const values = childrenOf(childOf(declared, "correctresponse") ?? NONE, "value").map(textIn);
    const worth = this.#worth(interaction);
    const most = Math.max(0, ...worth.values());
    const isOne = this.cardinality(interaction) === "single" && interaction.name !== "textentryinteraction";
    const best = [...worth].filter(([, points]) =>
      points > 0 && (this.cardinality(interaction) !== "single" || points === most)
    )
      .map(([key]) => key);
    const all = values.length > 0 && (isOne || interaction.name !== "textentryinteraction")
      ? values
      : [...values, ...best];
    return [...new Set(all)];
  }

  cardinality(interaction: XmlElement): string {
    return this.#of(interaction)?.attributes.get("cardinality") ?? "single";
  }

  baseType(interaction: XmlElement): string {
    return this.#of(interaction)?.attributes.get("basetype") ?? "";
  }

  /** Whether right responses are worth unlike amounts. */
  isUneven(interaction: XmlElement): boolean {
    const points = [...this.#worth(interaction).values()].filter((each) => each > 0);
    return points.some((each) => Math.abs(each - points[0]) > 1e-3);
  }

  /** Whether capitals count in every accepted text. Only what is said counts as said: the versions differ in what holds else. */
  isCaseSensitive(interaction: XmlElement): boolean {
    const entries = this.#entries(this.#of(interaction));
    return entries.length > 0 && entries.every(({ attributes }) => attributes.get("casesensitive") === "true");
  }

  /** Whether there are points for the right choices alone, and none for some of them. */
  isWhole(interaction: XmlElement): boolean {
    const processing = childOf(this.root, "responseprocessing");
    const template = processing?.attributes.get("template") ?? "";
    if (/match_correct(\.xml)?$/.test(template)) return true;
    return this.#entries(this.#of(interaction)).length === 0 && processing !== undefined &&
      elementsIn(processing, ["match"]).some((match) => childOf(match, "correct") !== undefined) &&
      elementsIn(processing, ["mapresponse"]).length === 0;
  }

  /** What all responses are worth at their best, or null where one does not say. */
  most(): number | null {
    const each = [...this.#declared.values()].map((declared) => {
      const points = this.#entries(declared).map(({ attributes }) => Number(attributes.get("mappedvalue") ?? 0))
        .filter((worth) => worth > 0);
      if (points.length === 0) return NaN;
      const isOne = (declared.attributes.get("cardinality") ?? "single") === "single";
      const sum = isOne ? Math.max(...points) : points.reduce((all, worth) => all + worth, 0);
      const bound = Number(childOf(declared, "mapping")?.attributes.get("upperbound") || NaN);
      return Number.isNaN(bound) ? sum : Math.min(sum, bound);
    });
    const most = each.reduce((all, worth) => all + worth, 0);
    return each.length > 0 && Number.isFinite(most) && most > 0 ? Number(most.toFixed(4)) : null;
  }

  /** How far a number may be off, from the processing's `equal`. */
  tolerance(): Candidate {
    const [equal] = elementsIn(this.root, ["equal"]);
    const [most = 0] = (equal?.attributes.get("tolerance") ?? "").trim().split(/\s+/).map(Number);
    if (!(most > 0)) return {};
    const mode = equal?.attributes.get("tolerancemode");
    return mode === "absolute" ? { tolerance: most } : mode === "relative" ? { tolerance_percent: most } : {};
  }

  #worth(interaction: XmlElement): Map<string, number> {
    return new Map(
      this.#entries(this.#of(interaction)).map((
        { attributes },
      ) => [attributes.get("mapkey") ?? "", Number(attributes.get("mappedvalue") ?? 0)]),
    );
  }

  #entries(declared: XmlElement | undefined): XmlElement[] {
    return childrenOf(childOf(declared, "mapping") ?? NONE, "mapentry");
  }

  #of({ attributes }: XmlElement): XmlElement | undefined {
    return this.#declared.get(attributes.get("responseidentifier") ?? "");
  }
}

const NONE: XmlElement = { name: "", attributes: new Map(), children: [], line: 1 };
