import assert from "node:assert/strict";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { rawFrame, TEXT } from "../support/raw_frame.ts";
import { rawUpgrade } from "../support/raw_upgrade.ts";

/** A student's connection that has said hello, in plain bytes. */
async function connected(server: LiveServer): Promise<Deno.TcpConn> {
  const { session_token: token } = await server.join();
  const { connection, status } = await rawUpgrade(server.url);
  assert.equal(status, 101);
  const hello = JSON.stringify({ type: "hello", protocol: 1, token });
  await connection.write(rawFrame(TEXT, hello));
  const heard = new Uint8Array(4_096);
  const length = await connection.read(heard) ?? 0;
  assert.match(new TextDecoder().decode(heard.subarray(0, length)), /"welcome"/);
  return connection;
}

/** Writes the same frame again and again. @returns Bytes written until the other side was gone. */
async function flood(connection: Deno.TcpConn, one: Uint8Array): Promise<number> {
  const many = new Uint8Array(one.length * 100);
  for (let i = 0; i < 100; i++) many.set(one, i * one.length);
  let bytes = 0;
  try {
    while (bytes < 100_000_000) bytes += await connection.write(many);
  } catch {
    // Gone.
  }
  connection.close();
  return bytes;
}

liveTest("[ED19] a student who sends pings, or a message in crumbs, without end is dropped", async (server) => {
  const ping = rawFrame(0x89, new Uint8Array(125));
  assert.ok(await flood(await connected(server), ping) < 50_000_000);
  const crumbs = await connected(server);
  await crumbs.write(rawFrame(0x01, new Uint8Array(1)));
  assert.ok(await flood(crumbs, rawFrame(0x00, new Uint8Array(1))) < 50_000_000);
});
