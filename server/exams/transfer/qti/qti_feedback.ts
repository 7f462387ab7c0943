import { childrenOf, textIn, type XmlElement } from "../xml/xml_tree.ts";

/** Whom a piece of feedback is for: everybody, whoever is right or wrong, or whoever made a choice. */
export type FeedbackFor = "all" | "right" | "wrong" | "unknown" | { choice: string };

/** What an item says once it is answered. */
export class QtiFeedback {
  readonly #settings: ReadonlyMap<string, Setting[]>;
  readonly #defaults: ReadonlyMap<string, string>;

  /** @param root An item, with plain names. */
  constructor(root: XmlElement) {
    this.#settings = Map.groupBy(settersIn(root, []), ({ outcome }) => outcome);
    this.#defaults = new Map(
      childrenOf(root, "outcomedeclaration").map((
        each,
      ) => [each.attributes.get("identifier") ?? "", textIn(each).trim()]),
    );
  }

  /**
   * Whom a piece of feedback is for, by the processing that shows it: an outcome takes the value that it is called by. Programs
   * write that in a few ways; one that is none of them is not guessed.
   *
   * @param choices Ids of the choices, where some are made.
   */
  for({ attributes }: XmlElement, choices: readonly string[]): FeedbackFor {
    const id = attributes.get("identifier") ?? "";
    const outcome = attributes.get("outcomeidentifier") ?? "";
    if (attributes.get("showhide") === "hide") return "unknown";
    const settings = this.#settings.get(outcome) ?? [];
    const isFromBegin = this.#defaults.get(outcome) === id;
    // The outcome is what was answered.
    if (settings.length === 0 || settings.some(({ value }) => value === null)) {
      if (choices.includes(id)) return { choice: id };
      return settings.length === 0 && isFromBegin ? "all" : byName(id);
    }
    const own = settings.filter(({ value }) => value === id);
    if (own.length === 1) return own[0].when;
    return own.length === 0 && isFromBegin ? "all" : byName(id);
  }
}

function byName(id: string): FeedbackFor {
  if (/^(incorrect|wrong|false)/i.test(id)) return "wrong";
  if (/^(correct|right|true)/i.test(id)) return "right";
  return /^general/i.test(id) ? "all" : "unknown";
}

/** Where an outcome is set, and under which condition. */
interface Setting {
  outcome: string;
  /** The value that is set; null for what was answered. */
  value: string | null;
  when: FeedbackFor;
}

function settersIn(element: XmlElement, conditions: readonly FeedbackFor[]): Setting[] {
  let before: FeedbackFor = "unknown";
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const [first] = child.children.filter((each) => typeof each !== "string");
    switch (child.name) {
      case "setoutcomevalue": {
        const outcome = child.attributes.get("identifier") ?? "";
        if (first?.name === "variable") return [{ outcome, value: null, when: "unknown" as const }];
        const when = conditions.length === 0 ? "all" : conditions.length === 1 ? conditions[0] : "unknown";
        return [{ outcome, value: textIn(child).trim(), when }];
      }
      case "responseif":
      case "responseelseif":
        before = first === undefined ? "unknown" : conditionOf(first);
        return settersIn(child, [...conditions, before]);
      case "responseelse":
        return settersIn(child, [...conditions, opposite(before)]);
      default:
        return settersIn(child, conditions);
    }
  });
}

function conditionOf(condition: XmlElement): FeedbackFor {
  const parts = condition.children.filter((each) => typeof each !== "string");
  // `and` around one thing, or around it and that there is an answer at all, is that thing.
  if (condition.name === "and") {
    const own = parts.filter((each) => !isAnswered(each));
    return own.length === 1 ? conditionOf(own[0]) : "unknown";
  }
  if (condition.name === "not") return parts.length === 1 ? opposite(conditionOf(parts[0])) : "unknown";
  if (condition.name !== "match" && condition.name !== "member") return "unknown";
  if (parts.some(({ name }) => name === "correct")) return "right";
  const value = parts.find(({ name }) => name === "basevalue");
  const isResponse = parts.some(({ name }) => name === "variable");
  return value !== undefined && isResponse ? { choice: textIn(value).trim() } : "unknown";
}

function isAnswered(condition: XmlElement): boolean {
  return condition.name === "not" && childrenOf(condition, "isnull").length === 1;
}

function opposite(condition: FeedbackFor): FeedbackFor {
  return condition === "right" ? "wrong" : condition === "wrong" ? "right" : "unknown";
}
