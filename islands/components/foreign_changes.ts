import { options } from "preact";

/** A text of ours that a stranger's nodes stand for. */
interface Displaced {
  /** What it said. */
  text: string;
  /** What is shown in its place, right before its own. */
  shown: ChildNode[];
}

/**
 * Keeps what is rendered below an element in order when somebody else changes it: a page translator puts elements of its
 * own in the place of text nodes, and whoever rendered those goes on writing to nodes that nobody sees
 * (https://github.com/facebook/react/issues/11538 has the details).
 *
 * A text node that was taken out goes back behind what replaced it, empty, so that its place is known. Once its text
 * changes, or it goes, what replaced it goes as well, and the translator gets the new text to translate. Which changes
 * are ours is known by when they are made: while Preact renders.
 *
 * @param root Rendered once by now.
 */
export function outliveForeignChanges(root: Element): void {
  const displaced = new Map<Text, Displaced>();
  const foreign = new WeakSet<Node>();
  const observer = new MutationObserver((records) => takeForeign(records));
  observer.observe(root, { childList: true, characterData: true, subtree: true });

  options.debounceRendering = (render) => {
    queueMicrotask(() => {
      takeForeign(observer.takeRecords());
      try {
        render();
      } finally {
        takeOwn(observer.takeRecords());
      }
    });
  };

  function takeForeign(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    // A node that was taken out is not a stranger's for being put in elsewhere.
    const moved = new Set(records.flatMap(({ removedNodes }) => [...removedNodes]));
    for (const { addedNodes, type, target } of records) {
      for (const node of addedNodes) if (!moved.has(node)) foreign.add(node);
      if (type === "characterData") changed(target);
    }
    for (const record of records) {
      for (const node of record.removedNodes) {
        if (foreign.has(node)) replaceStandIn(node, record, records);
        else if (node instanceof Text && !isForeign(record.target)) putBack(node, record, records);
      }
    }
    for (const [node, { text, shown }] of displaced) {
      if (shown.some((other) => other.isConnected)) continue;
      // The translation was taken away again: what we wrote is back.
      displaced.delete(node);
      if (node.isConnected) node.data = text;
    }
    observer.takeRecords();
  }

  function takeOwn(records: readonly MutationRecord[]): void {
    if (records.length === 0 || displaced.size === 0) return;
    for (const { type, target } of records) if (type === "characterData") changed(target);
    for (const [node, { shown }] of displaced) {
      if (!node.isConnected) drop(node);
      else if (node.previousSibling !== shown[shown.length - 1]) node.before(...shown);
    }
    observer.takeRecords();
  }

  /** Puts a text that was taken out back behind what stands for it; where nothing does, it was only moved or cut away. */
  function putBack(node: Text, record: MutationRecord, records: readonly MutationRecord[]): void {
    const parent = record.target;
    if (node.parentNode === parent || !parent.isConnected || displaced.has(node)) return;
    const shown = standIns(node, record, records);
    const last = shown[shown.length - 1];
    if (last === undefined) return;
    displaced.set(node, { text: node.data, shown });
    // Wrapped and not replaced: what wraps it keeps a copy.
    if (node.parentNode !== null) node.replaceWith(node.cloneNode());
    last.after(node);
    node.data = "";
  }

  /** A stranger's node was replaced by another one: a translation by the next. */
  function replaceStandIn(node: Node, record: MutationRecord, records: readonly MutationRecord[]): void {
    for (const entry of displaced.values()) {
      if (entry.shown.some((other) => other === node && !other.isConnected)) {
        const next = standIns(node, record, records);
        if (next.length > 0) entry.shown = next;
      }
    }
  }

  /** What a stranger put in a node's place. */
  function standIns(node: Node, record: MutationRecord, records: readonly MutationRecord[]): ChildNode[] {
    const parent = record.target;
    const candidates = [
      [...parent.childNodes].filter((child) => child.contains(node)),
      [...record.addedNodes],
      ...records.filter((other) => other.target === parent && isBeside(other, record))
        .map(({ addedNodes }) => [...addedNodes]),
    ];
    const taken = new Set<Node>([...displaced.values()].flatMap(({ shown }) => shown));
    const isFree = (other: Node): other is ChildNode =>
      other.parentNode === parent && foreign.has(other) && !taken.has(other);
    return candidates.map((nodes) => nodes.filter(isFree)).find((nodes) => nodes.length > 0) ?? [];
  }

  /** The text was written anew: what stood for the old one is of no use. */
  function changed(node: Node): void {
    if (node instanceof Text) drop(node);
  }

  function drop(node: Text): void {
    for (const other of displaced.get(node)?.shown ?? []) other.remove();
    displaced.delete(node);
  }

  function isForeign(node: Node): boolean {
    for (let at: Node | null = node; at !== null && at !== root; at = at.parentNode) if (foreign.has(at)) return true;
    return false;
  }
}

/** Whether a node was added where another was removed. */
function isBeside({ addedNodes, previousSibling, nextSibling }: MutationRecord, removal: MutationRecord): boolean {
  const added = [...addedNodes];
  return added.some((node) => node === removal.previousSibling || node === removal.nextSibling) ||
    (added.length > 0 &&
      (previousSibling === removal.previousSibling || nextSibling === removal.nextSibling));
}
