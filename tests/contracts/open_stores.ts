import { openStore } from "../../server/store/open_store.ts";
import { DenokvServer, findDenokv, KV_TOKEN } from "../cluster/denokv_server.ts";

/** A database that a suite is held against. */
export interface OpenedKv {
  kv: Deno.Kv;
  /** Another handle on the same database, as a second instance has one; closed with the first. */
  another(): Promise<Deno.Kv>;
}

/** Where a store may lie. `open` gives a new, empty database. */
interface Place {
  name: string;
  isHere: boolean;
  open(): Promise<OpenedKv & { close(): Promise<void> }>;
}

const denokv = await findDenokv();

const PLACES: readonly Place[] = [
  {
    name: "memory",
    isHere: true,
    async open() {
      const kv = await Deno.openKv(":memory:");
      // Each handle on memory is a database of its own: two instances of one process share the handle.
      return { kv, another: () => Promise.resolve(kv), close: () => Promise.resolve(kv.close()) };
    },
  },
  {
    name: "disk",
    isHere: true,
    open: () => inFolder((folder) => Promise.resolve({ address: `${folder}/test.kv`, stop: () => Promise.resolve() })),
  },
  {
    name: "denokv",
    isHere: denokv !== null,
    open: () =>
      inFolder(async (folder) => {
        const server = await DenokvServer.start(denokv ?? "", folder);
        Deno.env.set("DENO_KV_ACCESS_TOKEN", KV_TOKEN);
        return { address: server.url, stop: () => server.kill() };
      }),
  },
];

async function inFolder(
  start: (folder: string) => Promise<{ address: string; stop: () => Promise<void> }>,
): Promise<OpenedKv & { close(): Promise<void> }> {
  const folder = await Deno.makeTempDir({ prefix: "invigil-store-" });
  const { address, stop } = await start(folder);
  const open = () => openStore({ kv: address, isKvRemote: address.startsWith("http"), isOnDeploy: false });
  const handles = [await open()];
  return {
    kv: handles[0],
    async another() {
      handles.push(await open());
      return handles[handles.length - 1];
    },
    async close() {
      for (const handle of handles) handle.close();
      await stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Holds a promise of a store in memory, on disk and on a KV server; where that is not installed, its test says so. */
export function onEveryStore(title: string, run: (opened: OpenedKv) => Promise<void>): void {
  for (const place of PLACES) {
    const isRemote = place.name === "denokv";
    Deno.test({
      name: place.isHere ? `${title} (${place.name})` : `${title} (not run: ${place.name} is not installed)`,
      ignore: !place.isHere,
      // A connection to a server is kept open for a while.
      sanitizeOps: !isRemote,
      sanitizeResources: !isRemote,
      async fn() {
        const opened = await place.open();
        try {
          await run(opened);
        } finally {
          await opened.close();
        }
      },
    });
  }
}
