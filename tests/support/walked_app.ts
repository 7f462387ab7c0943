import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { type AppParts, createApp } from "../../routes/app.ts";
import { ratesOf } from "../../routes/edge/rate.ts";
import { type Manifest, readManifest } from "../../server/build/manifest.ts";
import type { LiveServer } from "./live_server.ts";

/** The project's root. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** The last build. */
export async function builtManifest(): Promise<Manifest> {
  const manifest = await readManifest(ROOT);
  assert.ok(manifest, "the pages are not built");
  return manifest;
}

/** Another app over a server's services, set up in another way, on a port of its own. */
export async function withApp(
  { services }: LiveServer,
  parts: Partial<Pick<AppParts, "rates">>,
  run: (url: string) => Promise<void>,
): Promise<void> {
  const handler = createApp({
    services,
    manifest: await builtManifest(),
    root: ROOT,
    embedOrigins: new Set<string>(),
    rates: ratesOf(services.settings),
    ...parts,
  });
  const listener = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, handler);
  try {
    await run(`http://127.0.0.1:${listener.addr.port}`);
  } finally {
    await listener.shutdown();
  }
}
