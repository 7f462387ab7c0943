import { isInIdOrder } from "../../../../protocol/items/id_order.ts";
import type { Candidate, ImportTold } from "../shared/found.ts";
import { isForCandidates, type QtiBody } from "./qti_body.ts";
import type { QtiResponses } from "./qti_responses.ts";
import type { QtiSaid } from "./qti_said.ts";
import { gapId, orderedChoices, renaming } from "./qti_ids.ts";
import { sortedById } from "../shared/secret_ids.ts";
import { childOf, childrenOf, elementsIn, type XmlElement } from "../xml/xml_tree.ts";

/** What is asked for in an item, as the fields of a question. */
export class QtiInteractions {
  /** Why there are none. */
  refusal: ImportTold = { key: "qti_no_interaction", values: {} };
  refusedLine: number | undefined;

  constructor(
    readonly root: XmlElement,
    readonly body: QtiBody,
    readonly responses: QtiResponses,
    readonly said: QtiSaid,
  ) {}

  /** The fields of a question of one type, or null. */
  fields(): Candidate | null {
    const { interactions } = this.body;
    const kinds = new Set(interactions.map(({ name }) => name));
    const [first, ...others] = interactions;
    if (first === undefined) return null;
    if ([...kinds].every((kind) => kind === "textentryinteraction" || kind === "inlinechoiceinteraction")) {
      const isPlain = others.length === 0 && first.name === "textentryinteraction";
      return (isPlain ? this.#entry(first) : null) ?? this.#cloze();
    }
    if (others.length > 0) {
      this.refusal = { key: "qti_several", values: { types: [...kinds].join(", ") } };
      this.refusedLine = others[0].line;
      return null;
    }
    const text = this.#stem(first);
    switch (first.name) {
      case "choiceinteraction":
        return { text, ...this.#choice(first) };
      case "extendedtextinteraction": {
        const rubric = elementsIn(this.root, ["rubricblock"]).find((each) => !isForCandidates(each));
        const guidance = this.said.text(rubric);
        return { type: "essay", text, ...(guidance !== "" && { guidance }) };
      }
      case "orderinteraction": {
        const choices = this.said.choices(childrenOf(first, "simplechoice"));
        const right = this.responses.correct(first);
        if (right.length !== choices.length) this.said.lose("no_key");
        return {
          type: "ordering",
          text,
          ...(right.length === choices.length ? orderedChoices(choices, right) : { choices }),
        };
      }
      case "matchinteraction":
        return { text, ...this.#matching(first) };
      case "gapmatchinteraction":
        return this.#gapMatch(first, text);
      default:
        this.refusal = { key: "unknown_type", values: { type: first.name.slice(0, 50) } };
        this.refusedLine = first.line;
        return null;
    }
  }

  #choice(interaction: XmlElement): Candidate {
    const elements = childrenOf(interaction, "simplechoice");
    const choices = this.said.choices(elements);
    const right = this.responses.correct(interaction);
    const ids = choices.map(({ id }) => id.toLowerCase()).toSorted().join();
    if (right.length === 0) this.said.lose("no_key");
    if (this.responses.isUneven(interaction)) this.said.lose("weights_left_out");
    const isSingle = this.responses.cardinality(interaction) === "single";
    if (isSingle && ids === "false,true") {
      return { type: "true_false", ...(right.length === 1 && { correct: right[0].toLowerCase() === "true" }) };
    }
    if (isSingle) return { type: "single_choice", choices, ...(right.length > 0 && { correct: right[0] }) };
    const isWhole = this.responses.isWhole(interaction);
    return { type: "multiple_choice", choices, correct: right, ...(isWhole && { scoring: "all_or_nothing" }) };
  }

  #matching(interaction: XmlElement): Candidate {
    const [one, other] = childrenOf(interaction, "simplematchset")
      .map((set) => this.said.choices(childrenOf(set, "simpleassociablechoice")));
    const pairs = this.responses.correct(interaction).map((pair) => pair.trim().split(/\s+/));
    if (pairs.length === 0) this.said.lose("no_key");
    const key = new Map(
      pairs.filter(([left]) => one?.some(({ id }) => id === left)).map(([left, right]) => [left, right]),
    );
    if (key.size < pairs.length) this.said.lose("further_pairs_left_out");
    const inOrder = (one ?? []).flatMap(({ id }) => key.get(id) ?? []);
    const renamed = isInIdOrder(inOrder)
      ? renaming(inOrder.length === other?.length ? inOrder.map((id) => ({ id, text: id })) : other ?? [])
      : (id: string) => id;
    return {
      type: "matching",
      left: one,
      right: sortedById((other ?? []).map(({ id, text }) => ({ id: renamed(id), text }))),
      correct: Object.fromEntries([...key].map(([left, right]) => [left, renamed(right)])),
    };
  }

  #gapMatch(interaction: XmlElement, text: string): Candidate {
    const choices = this.said.choices(childrenOf(interaction, "gaptext"));
    const inner = { ...interaction, children: interaction.children.filter((child) => isPassage(child)) };
    const { texts, interactions: gaps } = this.said.body(inner, ({ name }) => name === "gap");
    const pairs = this.responses.correct(interaction).map((pair) => pair.trim().split(/\s+/));
    const idOf = (gap: XmlElement, at: number) => gapId(gap.attributes.get("identifier") ?? "", at);
    return {
      type: "cloze",
      text: text || this.#title(),
      passage: texts.map((each, at) => at < gaps.length ? `${each}[[${idOf(gaps[at], at)}]]` : each).join(""),
      gaps: gaps.map((gap, at) => ({
        id: idOf(gap, at),
        choices,
        correct: pairs.filter(([, place]) => place === gap.attributes.get("identifier")).map(([choice]) => choice),
      })),
    };
  }

  /** A single field to write in, unless text goes on behind it that is no unit. */
  #entry(interaction: XmlElement): Candidate | null {
    const [before, after = ""] = this.body.texts;
    const isNumber = /^(float|integer)$/.test(this.responses.baseType(interaction));
    if (after.trim() !== "" && !(isNumber && after.trim().length <= 50)) return null;
    const text = before.trim();
    const right = this.responses.correct(interaction);
    if (right.length === 0) this.said.lose("no_key");
    if (!isNumber) {
      const most = Number(interaction.attributes.get("expectedlength"));
      return {
        type: "short_text",
        text,
        ...(most > 0 && { max_characters: most }),
        correct: right,
        ...(this.responses.isCaseSensitive(interaction) && { match_case: true }),
      };
    }
    const correct = Number(right[0]);
    return {
      type: "numeric",
      text,
      ...(after.trim() !== "" && { unit: after.trim() }),
      ...(right.length > 0 && Number.isFinite(correct) && { correct }),
      ...this.responses.tolerance(),
    };
  }

  /** Gaps in a text. Paragraphs before the first gap's are the question, the rest is the passage. */
  #cloze(): Candidate {
    const { texts, interactions } = this.body;
    const cut = texts[0].lastIndexOf("\n\n");
    const text = cut < 0 ? this.#title() : texts[0].slice(0, cut);
    const gaps = interactions.map((each, at) => {
      const id = gapId(each.attributes.get("responseidentifier") ?? "", at);
      const correct = this.responses.correct(each);
      const choices = childrenOf(each, "inlinechoice");
      const most = Number(each.attributes.get("expectedlength"));
      return each.name === "inlinechoiceinteraction"
        ? { id, choices: this.said.choices(choices), correct }
        : { id, ...(most > 0 && { max_characters: most }), correct };
    });
    const pieces = [cut < 0 ? texts[0] : texts[0].slice(cut + 2), ...texts.slice(1)];
    const passage = pieces.map((each, at) => at < gaps.length ? `${each}[[${gaps[at].id}]]` : each).join("");
    return { type: "cloze", text, passage, gaps };
  }

  /** The text before an interaction, its prompt, and what stands behind it. */
  #stem(interaction: XmlElement): string {
    const [before, ...behind] = this.body.texts;
    return [before, this.said.text(childOf(interaction, "prompt")), ...behind].map((text) => text.trim())
      .filter((text) => text !== "").join("\n\n");
  }

  #title(): string {
    return (this.root.attributes.get("title") ?? "").trim();
  }
}

function isPassage(child: XmlElement | string): boolean {
  return typeof child === "string" || !["gaptext", "gapimg", "prompt"].includes(child.name);
}
