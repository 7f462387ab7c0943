/** Where a store is tried out with a small write, under a name that nobody else uses. */
export const probeKey = (name: string): Deno.KvKey => ["probe", name];
