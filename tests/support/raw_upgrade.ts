/** Headers of an upgrade as RFC 6455 wants it. */
export const UPGRADE = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
  "sec-websocket-version": "13",
};

/** A connection to a socket's path, with headers that a WebSocket client would not send. */
export interface RawUpgrade {
  status: number;
  /** The start of the answer, headers and all. */
  head: string;
  connection: Deno.TcpConn;
}

/** Asks for an upgrade in plain bytes. The caller closes the connection. */
export async function rawUpgrade(
  url: string,
  headers: Record<string, string> = UPGRADE,
  path = "/ws/student",
): Promise<RawUpgrade> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(new URL(url).port) });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  await connection.write(new TextEncoder().encode(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join("")}\r\n`));
  const start = new Uint8Array(4_096);
  const length = await connection.read(start) ?? 0;
  const head = new TextDecoder().decode(start.subarray(0, length));
  return { status: Number(head.split(" ")[1]), head, connection };
}

/** Status of an upgrade whose connection is closed at once. */
export async function upgradeStatus(...asked: Parameters<typeof rawUpgrade>): Promise<number> {
  const { status, connection } = await rawUpgrade(...asked);
  connection.close();
  return status;
}
