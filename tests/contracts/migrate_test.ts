import assert from "node:assert/strict";
import type { Migration } from "../../server/store/migrations/migration.ts";
import { migrate, type MigrateOptions } from "../../server/store/migrate.ts";
import { set } from "../../server/store/mutation.ts";
import { getStoreVersion } from "../../server/store/store_version.ts";
import { onEveryStore } from "./open_stores.ts";

/** Changes values of a family, three at a time. Done twice to one value, it would show. */
function appends(name: string, letter: string): Migration {
  return {
    name,
    async step(kv, cursor) {
      const list = kv.list({ prefix: ["value"] }, { limit: 3, cursor: cursor ?? undefined });
      const entries = await Array.fromAsync(list);
      return {
        mutations: entries.map(({ key, value }) => set(key, `${String(value)}${letter}`)),
        seen: entries.length,
        cursor: entries.length < 3 ? null : list.cursor,
      };
    },
  };
}

const [first, second] = [appends("first", "a"), appends("second", "b")];

async function fill(kv: Deno.Kv, values = 8): Promise<void> {
  for (let index = 0; index < values; index++) await kv.set(["value", index], "");
}

async function values(kv: Deno.Kv): Promise<unknown[]> {
  return await Array.fromAsync(kv.list({ prefix: ["value"] }), ({ value }) => value);
}

/** A clock that leaps while somebody waits, so that nobody sleeps and a dead holder's lease is soon over. */
function options(given: Partial<MigrateOptions> = {}): MigrateOptions & { said: string[] } {
  let now = 0;
  const said: string[] = [];
  return {
    said,
    say: (what) => void said.push(what),
    migrations: [first, second],
    now: () => now,
    wait: (ms) => Promise.resolve(void (now += 20 * ms)),
    ...given,
  };
}

/** A store whose process dies at its nth commit: before it, or behind it with nobody left to hear. */
function dyingAt(kv: Deno.Kv, nth: number, isCommitted: boolean): Deno.Kv {
  let commits = 0;
  const die = () => Promise.reject(new Error("The process is no more"));
  return new Proxy(kv, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name !== "atomic") return commits >= nth ? die : value.bind(target);
      return () => {
        const operation = target.atomic();
        const { commit } = operation;
        operation.commit = async () => {
          if (++commits < nth) return await commit.call(operation);
          if (commits === nth && isCommitted) await commit.call(operation);
          return await die();
        };
        return operation;
      };
    },
  });
}

onEveryStore("[ST70] a new store begins at the newest version, and nothing is migrated", async ({ kv }) => {
  const given = options();
  await migrate(kv, given);
  assert.deepEqual((await getStoreVersion(kv)).record, { version: 2, underway: null });
  assert.deepEqual(given.said, []);
  await migrate(kv, given);
  await fill(kv);
  await migrate(kv, given);
  assert.deepEqual(await values(kv), Array(8).fill(""));
});

onEveryStore("[ST71] a store goes through the migrations that it lacks, in order, once", async ({ kv }) => {
  await fill(kv);
  await migrate(kv, options({ migrations: [first] }));
  assert.deepEqual(await values(kv), Array(8).fill("a"));
  const given = options();
  await migrate(kv, given);
  assert.deepEqual(await values(kv), Array(8).fill("ab"));
  assert.deepEqual(given.said, ["Migrating the store to version 2: second"]);
  await migrate(kv, options());
  assert.deepEqual(await values(kv), Array(8).fill("ab"));
});

onEveryStore("[ST72] a migration that is killed at any moment goes on where it was", async ({ kv }) => {
  // Each run begins with the values as they were and no version, as a store of before has none.
  for (let nth = 1; nth <= 16; nth++) {
    for (const isCommitted of [false, true]) {
      for await (const { key } of kv.list({ prefix: [] })) await kv.delete(key);
      await fill(kv);
      const isKilled = await migrate(dyingAt(kv, nth, isCommitted), options()).then(() => false, () => true);
      assert.equal(isKilled || nth > 12, true, `commit ${nth}`);
      await migrate(kv, options());
      assert.deepEqual(await values(kv), Array(8).fill("ab"), `killed at commit ${nth}, ${isCommitted}`);
      assert.deepEqual((await getStoreVersion(kv)).record, { version: 2, underway: null });
    }
  }
});

onEveryStore(
  "[ST73] of instances that start at the same moment one migrates, and the others wait",
  async ({ kv, another }) => {
    await fill(kv, 40);
    const waiting = Promise.withResolvers<void>();
    let waited = 0;
    const say = (what: string) => {
      if (what !== "Another instance migrates the store: waiting for it") return;
      waited++;
      waiting.resolve();
    };
    // Whoever is first does not end before the other one came.
    const slow: Migration = {
      name: "first",
      async step(at, cursor) {
        await waiting.promise;
        return await first.step(at, cursor);
      },
    };
    const starter = () => options({ say, migrations: [slow, second], now: undefined, wait: undefined });
    const other = await another();
    await Promise.all([migrate(kv, starter()), migrate(other, starter())]);
    assert.deepEqual(await values(other), Array(40).fill("ab"));
    assert.equal(waited, 1);
  },
);

onEveryStore(
  "[ST74] a store that is newer than the server is refused in a sentence, and left as it is",
  async ({ kv }) => {
    await fill(kv);
    await migrate(kv, options());
    await assert.rejects(migrate(kv, options({ migrations: [first] })), {
      name: "RangeError",
      message: "Cannot start: the store is of version 2, and this server reads up to 1. " +
        "Start the newer server, or restore a backup from before it.",
    });
    assert.equal((await getStoreVersion(kv)).record.version, 2);
  },
);

onEveryStore("[ST75] a migration that fails stops the start, and the next start goes on with it", async ({ kv }) => {
  await fill(kv);
  let steps = 0;
  const fails: Migration = {
    name: "second",
    step: (...args) => ++steps === 2 ? Promise.reject(new Error("This value has no name.")) : second.step(...args),
  };
  await assert.rejects(migrate(kv, options({ migrations: [first, fails] })), {
    name: "RangeError",
    message: "Cannot start: the migration second failed, and the store is left as it is. This value has no name.",
  });
  assert.deepEqual(await values(kv), [..."ab ab ab a a a a a".split(" ")]);
  await assert.rejects(migrate(kv, options({ migrations: [first, appends("other", "c")] })), {
    message: "Cannot start: the store is in the middle of the migration second, which this server does not know.",
  });
  await migrate(kv, options());
  assert.deepEqual(await values(kv), Array(8).fill("ab"));
});

onEveryStore("[ST78] a long migration says how far it is", async ({ kv }) => {
  await fill(kv);
  let now = 0;
  const given = options({ migrations: [first], now: () => now += 2_500 });
  await migrate(kv, given);
  assert.deepEqual(given.said, [
    "Migrating the store to version 1: first",
    "Migrating the store, first: 3 values so far",
    "Migrating the store, first: 6 values so far",
  ]);
});
