/** Where a store is tried out with a small write, under a name that nobody else uses. */
export function probeKey(name: string): Deno.KvKey {
  return ["probe", name];
}
