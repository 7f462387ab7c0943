import { HeapGraph } from "./heap_graph.ts";

/** What belongs to one owner. */
interface Owned {
  /** A class, or a field of what is held. */
  owner: string;
  /** All bytes, with those of buffers. */
  bytes: number;
  /** Bytes of buffers, which lie outside the collector's heap. */
  bufferBytes: number;
  objects: number;
}

/** What only the holders keep alive. */
interface Held {
  holders: number;
  bytes: number;
  bufferBytes: number;
  objects: number;
  /** The largest first. */
  owned: Owned[];
}

/** V8's own classes and parts: what they hold belongs to who holds them. */
const IS_PLAIN = /^(Object|Array|Map|Set|ArrayBuffer|[A-Za-z0-9]+Array|Function|Generator|\(.*|system .*|)$/;

/**
 * Bytes of this process that live only because objects of a class hold them, by the class that they belong to: of each object the
 * nearest one above it that is of a class of ours. What others hold as well, such as models and exams, does not count. Private
 * fields are seen. Without what the allocator and the collector spend beside them.
 *
 * @param holder Name of a class with one field; its objects themselves are not counted.
 */
export async function heldBytes(holder: string): Promise<Held> {
  const heap = await HeapGraph.ofThisProcess();
  const holders = new Set<number>();
  for (let node = 0; node < heap.size; node++) {
    if (heap.typeOf(node) === "object" && heap.nameOf(node) === holder) holders.add(node);
  }
  const others = reachable(heap, holders);
  const owners = new Map<number, string>([...holders].map((node) => [node, ""]));
  const owned = new Map<string, Owned>();
  // Nearest first: a map goes on over what is put into it meanwhile.
  for (const [node, owner] of owners) {
    if (!holders.has(node)) count(owned, owner, heap, node);
    for (const { to, name } of heap.edgesOf(node)) {
      if (owners.has(to) || others.has(to)) continue;
      const isOfClass = heap.typeOf(to) === "object" && !IS_PLAIN.test(heap.nameOf(to));
      const isField = owner === "" || owner === "(itself)";
      owners.set(to, isOfClass ? heap.nameOf(to) : holders.has(node) ? "(itself)" : isField && name ? name : owner);
    }
  }
  const rows = [...owned.values()].sort((a, b) => b.bytes - a.bytes);
  const sum = (of: (row: Owned) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    holders: holders.size,
    bytes: sum((row) => row.bytes),
    bufferBytes: sum((row) => row.bufferBytes),
    objects: sum((row) => row.objects),
    owned: rows,
  };
}

/** Nodes that are reached without going through one of `without`. */
function reachable(heap: HeapGraph, without: ReadonlySet<number>): Set<number> {
  const seen = new Set([0]);
  const open = [0];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const { to } of heap.edgesOf(node)) {
      if (seen.has(to) || without.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return seen;
}

function count(owned: Map<string, Owned>, owner: string, heap: HeapGraph, node: number): void {
  const row = owned.get(owner) ?? { owner, bytes: 0, bufferBytes: 0, objects: 0 };
  row.bytes += heap.bytesOf(node);
  if (heap.nameOf(node) === "system / JSArrayBufferData") row.bufferBytes += heap.bytesOf(node);
  row.objects++;
  owned.set(owner, row);
}
