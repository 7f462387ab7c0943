import { Refusal } from "../../server/errors.ts";
import type { Origins } from "./policy.ts";

/** What is known about the server's own address, and about pages that it lets in besides its own. */
export interface OriginSettings {
  /** Whether `X-Forwarded-Host` and `X-Forwarded-Proto` are a trusted proxy's. */
  trustProxy: boolean;
  /** The address that browsers see (`INVIGIL_ORIGIN`), where it is not the one that requests arrive with. */
  publicOrigin?: string;
  /** Pages that exams are embedded in. They reach the routes whose policy says `embed`, and nothing else. */
  embedOrigins: EmbeddingOrigins;
}

/** Origins of pages of other sites that published exams name. */
export interface EmbeddingOrigins {
  has(origin: string): boolean | Promise<boolean>;
}

/**
 * Where a request comes from: a page of ours, a page that exams are embedded in, a page of somebody else, or (`none`)
 * a machine, which sends no `Origin`, or a document without one (`null`: a sandboxed frame, a file). Browsers send
 * none with plain reads.
 */
export type RequestOrigin = "own" | "embedding" | "foreign" | "none";

/** Scheme and host that the client used to reach us. */
function ownAddress(request: Request, { trustProxy }: OriginSettings): { protocol: string; host: string } {
  const url = new URL(request.url);
  const first = (name: string) => request.headers.get(name)?.split(",")[0].trim();
  const forwardedProtocol = trustProxy ? first("x-forwarded-proto") : undefined;
  const forwardedHost = trustProxy ? first("x-forwarded-host") : undefined;
  return {
    protocol: forwardedProtocol === undefined ? url.protocol : `${forwardedProtocol}:`,
    host: forwardedHost ?? url.host,
  };
}

/** The origin by which a browser reaches this server, for addresses that are printed, scanned or read elsewhere. */
export function ownOrigin(request: Request, settings: OriginSettings): string {
  if (settings.publicOrigin !== undefined) return new URL(settings.publicOrigin).origin;
  const { protocol, host } = ownAddress(request, settings);
  return URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`).origin : new URL(request.url).origin;
}

/**
 * Judges a request's `Origin` against the host that it was sent to. An `https` origin of the same host is ours
 * also where the request arrives as `http`: TLS ended at a proxy.
 */
export async function originOf(request: Request, settings: OriginSettings): Promise<RequestOrigin> {
  const origin = request.headers.get("origin");
  if (origin === null || origin === "null") return "none";
  if (settings.publicOrigin !== undefined && origin === new URL(settings.publicOrigin).origin) return "own";
  if (isOwn(origin, request, settings)) return "own";
  return await settings.embedOrigins.has(origin) ? "embedding" : "foreign";
}

function isOwn(origin: string, request: Request, settings: OriginSettings): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  const own = ownAddress(request, settings);
  if (!URL.canParse(`${from.protocol}//${own.host}`)) return false;
  const isSameHost = from.host === new URL(`${from.protocol}//${own.host}`).host;
  const isSameScheme = from.protocol === own.protocol || from.protocol === "https:";
  return isSameHost && isSameScheme;
}

/**
 * Lets in where the policy lets in; machines always.
 *
 * @throws {Refusal} `forbidden` for a page of another site, whatever it asks for and shows.
 */
export function requireOrigin(origin: RequestOrigin, { origins }: { origins: Origins }): void {
  if (origin === "own" || origin === "none" || origins === "any") return;
  if (origin === "embedding" && origins === "embed") return;
  throw new Refusal("forbidden", "other_site_requests");
}

/**
 * Origin of the page of another site that asks; null for a page of ours and for a machine. Which exams it may ask about, each
 * exam says.
 */
export function embedderOf(request: Request, origin: RequestOrigin): string | null {
  return origin === "embedding" ? request.headers.get("origin") : null;
}

/** Whether cookies must be `Secure`: everywhere but over plain http on the machine itself. */
export function mustBeSecure(request: Request, settings: OriginSettings): boolean {
  if (settings.publicOrigin?.startsWith("https:")) return true;
  const { protocol, host } = ownAddress(request, settings);
  if (protocol === "https:" || !URL.canParse(`http://${host}`)) return true;
  const { hostname } = new URL(`http://${host}`);
  const isLoopback = hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname);
  return !isLoopback;
}
