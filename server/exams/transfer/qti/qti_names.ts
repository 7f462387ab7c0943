import type { XmlElement } from "../xml/xml_tree.ts";

/**
 * A tree with names that QTI 2 and 3 share: `qti-choice-interaction` and `choiceInteraction` are both `choiceinteraction`,
 * `response-identifier` and `responseIdentifier` are `responseidentifier`.
 */
export function plainTree(element: XmlElement): XmlElement {
  return {
    ...element,
    name: plainName(element.name),
    attributes: new Map([...element.attributes].map(([name, value]) => [plainName(name), value])),
    children: element.children.map((child) => typeof child === "string" ? child : plainTree(child)),
  };
}

function plainName(name: string): string {
  return name.replace(/^qti-/, "").replaceAll("-", "").toLowerCase();
}
