import { isIP } from "node:net";

/** Where a connection comes from, as `Deno.serve` tells it. */
type RemoteAddress = { hostname?: string };

function plain(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return mapped?.[1] ?? address.toLowerCase();
}

/**
 * Network address of the client: of the connection, or the last entry of `X-Forwarded-For`, which our own proxy
 * appended. Entries further left are the client's own word and are never read.
 *
 * @param trustProxy Whether every request comes through a proxy of ours (`INVIGIL_TRUST_PROXY`).
 * @returns An IPv4 or IPv6 address, or `unknown` for a connection that has none (a Unix socket).
 */
export function clientAddress(request: Request, remote: RemoteAddress, trustProxy: boolean): string {
  const own = plain(remote.hostname ?? "unknown");
  if (!trustProxy) return own;
  const last = (request.headers.get("x-forwarded-for") ?? "").split(",").at(-1)?.trim() ?? "";
  return isIP(last) === 0 ? own : plain(last);
}

/**
 * What an address is limited as: itself for IPv4, its /64 network for IPv6, where one subscriber holds 2^64.
 *
 * @example
 * assert.equal(limitedAs("2001:db8::1"), limitedAs("2001:db8::ffff:2"));
 */
export function limitedAs(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head, tail] = address.split("%")[0].split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, gap)).fill("0"), ...right];
  return `${groups.slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(":")}::/64`;
}
