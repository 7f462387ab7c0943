import { getHeapSnapshot } from "node:v8";

/** What is read of V8's heap snapshot: nodes and edges, each in so many numbers, and the strings that they name. */
interface HeapSnapshot {
  snapshot: {
    meta: { node_fields: string[]; node_types: [string[]]; edge_fields: string[]; edge_types: [string[]] };
  };
  nodes: number[];
  edges: number[];
  strings: string[];
}

/** What an edge of the heap leads to, and by which name. */
export interface HeapEdge {
  to: number;
  /** A property's or field's name; empty for an element or what the engine keeps. */
  name: string;
}

/** Everything that lives in this process, with private fields, as V8 sees it after a full collection. */
export class HeapGraph {
  readonly #snapshot: HeapSnapshot;
  readonly #width: number;
  readonly #edgeWidth: number;
  readonly #firstEdges: number[] = [];
  readonly #at: Record<"type" | "name" | "self_size", number>;
  readonly #edgeAt: Record<"type" | "name_or_index" | "to_node", number>;

  private constructor(snapshot: HeapSnapshot) {
    this.#snapshot = snapshot;
    const { node_fields, edge_fields } = snapshot.snapshot.meta;
    this.#width = node_fields.length;
    this.#edgeWidth = edge_fields.length;
    const [type, name, self_size, edges] = ["type", "name", "self_size", "edge_count"].map((field) =>
      node_fields.indexOf(field)
    );
    this.#at = { type, name, self_size };
    const [edgeType, name_or_index, to_node] = ["type", "name_or_index", "to_node"].map((field) =>
      edge_fields.indexOf(field)
    );
    this.#edgeAt = { type: edgeType, name_or_index, to_node };
    let first = 0;
    for (let node = 0; node < snapshot.nodes.length; node += this.#width) {
      this.#firstEdges.push(first);
      first += snapshot.nodes[node + edges];
    }
    this.#firstEdges.push(first);
  }

  /** Looks at this process. Takes a second and some hundred megabytes. */
  static async ofThisProcess(): Promise<HeapGraph> {
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of getHeapSnapshot()) {
      text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    }
    return new HeapGraph(JSON.parse(text));
  }

  /** Nodes; they are numbered from 0, which is the root of all. */
  get size(): number {
    return this.#firstEdges.length - 1;
  }

  /** What a node is: `object`, `string`, `closure`, `native`… */
  typeOf(node: number): string {
    return this.#snapshot.snapshot.meta.node_types[0][this.#snapshot.nodes[node * this.#width + this.#at.type]];
  }

  /** Of an object the class. */
  nameOf(node: number): string {
    return this.#snapshot.strings[this.#snapshot.nodes[node * this.#width + this.#at.name]];
  }

  /** Bytes of a node by itself. */
  bytesOf(node: number): number {
    return this.#snapshot.nodes[node * this.#width + this.#at.self_size];
  }

  /** Where a node leads to, but for what is held weakly. */
  *edgesOf(node: number): Generator<HeapEdge> {
    const { edges, strings, snapshot } = this.#snapshot;
    for (let edge = this.#firstEdges[node]; edge < this.#firstEdges[node + 1]; edge++) {
      const from = edge * this.#edgeWidth;
      const type = snapshot.meta.edge_types[0][edges[from + this.#edgeAt.type]];
      if (type === "weak") continue;
      const isNamed = type !== "element" && type !== "hidden";
      yield {
        to: edges[from + this.#edgeAt.to_node] / this.#width,
        name: isNamed ? strings[edges[from + this.#edgeAt.name_or_index]] : "",
      };
    }
  }
}
