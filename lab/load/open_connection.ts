/** Bytes of an answer, at most: a refusal has some hundred. */
const MOST_ANSWER_BYTES = 16_384;

/** Any 16 bytes in base64 (RFC 6455, 4.1): the answer to it is not looked at. */
const KEY = "dGhlIHNhbXBsZSBub25jZQ==";

/** What a request to become a socket is answered with. */
export interface UpgradeAnswer {
  /** 101 where the connection is a socket from here on. */
  status: number;
  /** What is said of a refusal. */
  words: string;
  /** What came behind the answer: the first frames. */
  rest: Uint8Array;
}

/** Connects to a server, over TLS where its address says so. @throws {Error} (rejects) As the system says. */
export async function openConnection({ protocol, hostname, port }: URL): Promise<Deno.Conn> {
  const bare = hostname.replace(/^\[|\]$/g, "");
  if (protocol === "https:" || protocol === "wss:") {
    return await Deno.connectTls({ hostname: bare, port: Number(port || 443), alpnProtocols: ["http/1.1"] });
  }
  const connection = await Deno.connect({ hostname: bare, port: Number(port || 80) });
  connection.setNoDelay(true);
  return connection;
}

/** The bytes that ask a server to make a connection a socket. */
export function upgradeRequest({ host, pathname, search }: URL): Uint8Array {
  const lines = [
    `GET ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Key: ${KEY}`,
    "Sec-WebSocket-Version: 13",
  ];
  return new TextEncoder().encode(`${lines.join("\r\n")}\r\n\r\n`);
}

/**
 * Reads what a request to become a socket is answered with.
 *
 * @throws {RangeError} (rejects) If it is longer than any answer is.
 * @throws {Error} (rejects) If the connection ends before it does.
 */
export async function readUpgradeAnswer(connection: Pick<Deno.Conn, "read">): Promise<UpgradeAnswer> {
  const bytes = new Uint8Array(MOST_ANSWER_BYTES);
  let length = 0;
  for (;;) {
    const read = await connection.read(bytes.subarray(length));
    length += read ?? 0;
    // A head is ASCII, so that its characters are its bytes.
    const [head, ...body] = new TextDecoder().decode(bytes.subarray(0, length)).split(/(?<=\r\n\r\n)/);
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
    const isWhole = head.endsWith("\r\n\r\n");
    const bodyLength = status === 101 ? 0 : Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    if (isWhole && length >= head.length + bodyLength) {
      return { status, words: body.join(""), rest: bytes.slice(head.length, length) };
    }
    if (read === null) throw new Error("The connection ended before an answer");
    if (length === MOST_ANSWER_BYTES) throw new RangeError("The answer to an upgrade has no end");
  }
}
