import type { Settings } from "../../server/config.ts";
import { openStore } from "../../server/store/open_store.ts";

/** How a store behaves: as it should, with an error to everything, or without an answer until it is well again. */
export type Condition = "fine" | "fails" | "stalls";

/**
 * A real store behind which faults can be put. What stalls is done once the store is fine again: a commit that
 * nobody waits for any more may still land.
 */
export class FaultyKv {
  #condition: Condition = "fine";
  #stalled: (() => void)[] = [];
  /** Calls that met a fault. */
  faults = 0;

  /** To be given to the server as its way to open a store. */
  readonly open = async (settings: Pick<Settings, "kv" | "isKvRemote" | "isOnDeploy">): Promise<Deno.Kv> => {
    return this.#wrap(await openStore(settings));
  };

  set condition(condition: Condition) {
    this.#condition = condition;
    if (condition === "stalls") return;
    this.#stalled.splice(0).forEach((goOn) => goOn());
  }

  async #gate(): Promise<void> {
    if (this.#condition === "fine") return;
    this.faults++;
    if (this.#condition === "stalls") await new Promise<void>((resolve) => this.#stalled.push(resolve));
    if (this.#condition === "fails") throw new Error("database or disk is full");
  }

  #wrap(kv: Deno.Kv): Deno.Kv {
    const gate = () => this.#gate();
    // As they are now: whoever else puts something in front of them later is not asked again.
    const { get, getMany, set, delete: remove, list, atomic } = kv;
    const calls: Partial<Deno.Kv> = {
      get: async (...args: Parameters<Deno.Kv["get"]>) => (await gate(), await get.apply(kv, args)) as never,
      getMany: async (...args: Parameters<Deno.Kv["getMany"]>) =>
        (await gate(), await getMany.apply(kv, args)) as never,
      set: async (...args) => (await gate(), await set.apply(kv, args)),
      delete: async (...args) => (await gate(), await remove.apply(kv, args)),
      list: ((...args: Parameters<Deno.Kv["list"]>) => gatedList(list.apply(kv, args), gate)) as Deno.Kv["list"],
      atomic: () => gatedAtomic(atomic.call(kv), gate),
    };
    return new Proxy(kv, {
      get(target, name) {
        const own: unknown = Reflect.get(calls, name);
        if (own !== undefined) return own;
        const value: unknown = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  }
}

function gatedList<Value>(
  iterator: Deno.KvListIterator<Value>,
  gate: () => Promise<void>,
): Deno.KvListIterator<Value> {
  return new Proxy(iterator, {
    get(target, name, receiver) {
      if (name === "next") return async () => (await gate(), await target.next());
      if (name === Symbol.asyncIterator) return () => receiver;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function gatedAtomic(atomic: Deno.AtomicOperation, gate: () => Promise<void>): Deno.AtomicOperation {
  const proxy: Deno.AtomicOperation = new Proxy(atomic, {
    get(target, name) {
      if (name === "commit") return async () => (await gate(), await target.commit());
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        Reflect.apply(value, target, args);
        return proxy;
      };
    },
  });
  return proxy;
}
