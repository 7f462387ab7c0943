/** A handle on a store that goes after so many writes, as a process does that is killed: also what would tidy up fails. */
export function dyingAfter(kv: Deno.Kv, writes: number): Deno.Kv {
  let left = writes;
  return new Proxy(kv, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== "atomic") return typeof value === "function" ? value.bind(target) : value;
      return () => {
        const atomic = target.atomic();
        const { commit } = atomic;
        atomic.commit = () => left-- > 0 ? commit.call(atomic) : Promise.reject(new Error("killed"));
        return atomic;
      };
    },
    set: () => true,
  });
}
