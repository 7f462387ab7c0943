/**
 * The service worker of the exam's page, and of that alone: once the page was opened, it opens without a network as well.
 * It keeps the empty page and the built files that it needs, by their content's hash. It never sees a token, keeps no
 * paper and no answer, and asks the server first, so that no old page meets a new server where there is one.
 */
import { fieldOf } from "../link/reader.ts";

/** How long the server has for the page before the kept one is shown, in ms. */
const PAGE_WITHIN_MS = 6_000;

/** Names of its caches begin so; the rest is the build that they belong to. */
const PREFIX = "exam ";

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent extends LastingEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

const { version, assets } = readShell(fieldOf(globalThis, "INVIGIL_SHELL"));
const CACHE = PREFIX + version;

addEventListener("install", (event) => lasting(event, install()));
addEventListener("activate", (event) => lasting(event, activate()));
addEventListener("message", (event) => {
  const language = fieldOf(event.data, "language");
  lasting(event, keepPage(typeof language === "string" ? pageKey(language) : pageKey(null)));
});
addEventListener("fetch", (event) => {
  if (!isRequest(event) || event.request.method !== "GET") return;
  const url = new URL(event.request.url);
  if (url.origin !== location.origin) return;
  if (event.request.mode === "navigate") {
    if (url.pathname === "/exam") event.respondWith(page(event.request, pageKey(url.searchParams.get("language"))));
  } else if (isHashed(url)) event.respondWith(asset(event.request));
});

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(assets);
  const before = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  const kept = await Promise.all(before.map(async (name) => (await caches.open(name)).keys()));
  const pages = kept.flat().map(({ url }) => new URL(url)).filter(({ pathname }) => pathname === "/exam");
  await Promise.all(pages.map(({ pathname, search }) => keepPage(pathname + search)));
  await workerOf(globalThis)?.skipWaiting();
}

async function activate(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
  await workerOf(globalThis)?.clients.claim();
}

/** The server's page where it answers, else the kept one of the same language. */
async function page(request: Request, key: string): Promise<Response> {
  const kept = await caches.match(key);
  if (kept === undefined) return await fetch(request);
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PAGE_WITHIN_MS));
  const answer = await Promise.race([fetch(request).catch(() => null), late]);
  return answer === null || answer.status >= 500 ? kept : answer;
}

/** A file whose address has its content's hash is the same for ever. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}

/** Keeps the empty page, asked for without anything that says who asks. */
async function keepPage(key: string): Promise<void> {
  const answer = await fetch(key, { credentials: "omit", cache: "no-store" });
  if (answer.ok) await (await caches.open(CACHE)).put(key, answer);
}

function pageKey(language: string | null): string {
  return language === null ? "/exam" : `/exam?${new URLSearchParams({ language })}`;
}

function isHashed({ pathname, searchParams }: URL): boolean {
  return pathname.startsWith("/static/build/") && (searchParams.has("v") || /-[A-Z0-9]{8}\.\w+$/.test(pathname));
}

function lasting(event: Event, work: Promise<unknown>): void {
  if (isLasting(event)) event.waitUntil(work);
}

function isLasting(event: Event): event is LastingEvent {
  return "waitUntil" in event;
}

function isRequest(event: Event): event is RequestEvent {
  return isLasting(event) && "respondWith" in event;
}

function workerOf(scope: object): Worker | null {
  return isWorker(scope) ? scope : null;
}

function isWorker(scope: object): scope is Worker {
  return "skipWaiting" in scope && "clients" in scope;
}

/** What the server wrote before this script: which build it is, and its files. */
function readShell(value: unknown): { version: string; assets: string[] } {
  const [version, assets] = [fieldOf(value, "version"), fieldOf(value, "assets")];
  return {
    version: typeof version === "string" ? version : "",
    assets: Array.isArray(assets) ? assets.filter((item) => typeof item === "string") : [],
  };
}
