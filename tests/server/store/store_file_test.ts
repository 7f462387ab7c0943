import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { openMigrated } from "../../../server/store/open_migrated.ts";
import { openStore } from "../../../server/store/open_store.ts";
import { LiveServer } from "../../support/live_server.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

const at = (kv: string) => ({ kv, isKvRemote: false, isOnDeploy: false });

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "invigil-store-" });
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function filled(path: string): Promise<void> {
  const kv = await openMigrated(at(path), () => {});
  for (let n = 0; n < 500; n++) await kv.set(["exam", `e${n}`], "v".repeat(1_000));
  kv.close();
}

async function modesIn(folder: string): Promise<string[]> {
  const modes: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    const { mode } = await Deno.stat(`${folder}/${name}`);
    modes.push(`${name} ${((mode ?? 0) & 0o777).toString(8)}`);
  }
  return modes.sort();
}

const MALFORMED = "database disk image is malformed";

/** Files that are no store, by what makes them so. */
const SPOILT: Record<string, (path: string) => Promise<void>> = {
  "a text": (path) => Deno.writeTextFile(path, "This is not a store. ".repeat(500)),
  "half a store": async (path) => {
    await filled(path);
    const { size } = await Deno.stat(path);
    await Deno.truncate(path, Math.floor(size / 8_192) * 4_096);
  },
  "a store with a hole": async (path) => {
    await filled(path);
    const bytes = await Deno.readFile(path);
    bytes.fill(7, 80_000, 200_000);
    await Deno.writeFile(path, bytes);
  },
  "a read-only store": async (path) => {
    await filled(path);
    await Deno.chmod(path, 0o400);
  },
  "a folder": (path) => Deno.mkdir(path),
};

Deno.test("[ST80] a store's file and its folder are closed to others, also one that was open to them", async () => {
  await inFolder(async (folder) => {
    const kv = await openStore(at(`${folder}/data/invigil.kv`));
    await kv.set(["a"], 1);
    assert.deepEqual(await modesIn(`${folder}/data`), [
      "invigil.kv 600",
      "invigil.kv-shm 600",
      "invigil.kv-wal 600",
    ]);
    assert.equal(((await Deno.stat(`${folder}/data`)).mode ?? 0) & 0o777, 0o700);
    kv.close();
    for (const { name } of await Array.fromAsync(Deno.readDir(`${folder}/data`))) {
      await Deno.chmod(`${folder}/data/${name}`, 0o644);
    }
    const again = await openStore(at(`${folder}/data/invigil.kv`));
    await again.set(["a"], 2);
    assert.ok((await modesIn(`${folder}/data`)).every((mode) => mode.endsWith(" 600")));
    again.close();
  });
});

for (const [what, spoil] of Object.entries(SPOILT)) {
  Deno.test(`[ST81] ${what} is refused in a sentence, and left as it is`, async () => {
    await inFolder(async (folder) => {
      const path = `${folder}/invigil.kv`;
      await spoil(path);
      const before = await Deno.readFile(path).catch(() => null);
      await assert.rejects(
        openStore(at(path)),
        (error) =>
          error instanceof RangeError && error.message.startsWith(`Cannot open the store at ${path}: `) &&
          !error.message.includes("\n"),
      );
      assert.deepEqual(await Deno.readFile(path).catch(() => null), before);
    });
  });
}

Deno.test("[ST81] server and tasks end with the sentence, not with a stack", async () => {
  await inFolder(async (folder) => {
    const path = `${folder}/invigil.kv`;
    await SPOILT["a store with a hole"](path);
    const document = `${ROOT}docs/examples/exam.json`;
    const calls = [
      ["server/main.ts"],
      ["server/tasks/exam.ts", document],
      ["server/tasks/export.ts", "--exam", "DEMO"],
      ["server/tasks/erase.ts", "--attempt", "none"],
      ["server/tasks/backup.ts", "--to", `${folder}/copy.ndjson`],
      ["server/tasks/restore.ts", "--from", `${folder}/copy.ndjson`],
    ];
    for (const call of calls) {
      const { code, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--no-check", ...call],
        cwd: ROOT,
        env: { INVIGIL_KV: path, INVIGIL_SECRET: "a-secret-of-the-tests-0123456789", PORT: "0" },
      }).output();
      const said = new TextDecoder().decode(stderr).trim();
      assert.notEqual(code, 0, call[0]);
      assert.match(said, /^Cannot open the store at [^\n]+$/, call[0]);
    }
    await assert.rejects(Deno.stat(`${folder}/copy.ndjson`));
  });
});

Deno.test("[ST82] a store that turns out to be damaged while it is used is not ready any more", async () => {
  let isWorn = false;
  const server = await LiveServer.start({}, async (settings) => {
    const kv = await openStore(settings);
    const { get } = kv;
    // What SQLite says once it meets a page that it cannot make sense of.
    kv.get = (key, ...options) =>
      isWorn && key[0] === "exam" ? Promise.reject(new TypeError(MALFORMED)) : get.call(kv, key, ...options) as never;
    return kv;
  });
  try {
    const admin = await server.signIn();
    assert.equal((await server.call("GET", "/readyz", null)).status, 200);
    isWorn = true;
    assert.equal((await server.call("POST", "/api/exams/worn/close", admin)).status, 500);
    const { status, body } = await server.call("GET", "/readyz", null);
    assert.equal(status, 503);
    assert.match(JSON.stringify(body), /A part of the store is damaged/);
    assert.equal((await server.call("GET", "/healthz", null)).status, 200);
  } finally {
    await server.stop();
  }
});
