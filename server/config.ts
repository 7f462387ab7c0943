import { z } from "zod";
import { MAX_BYTES_PER_SECOND, MAX_MESSAGES_PER_SECOND } from "../protocol/limits.ts";
import { sha256Hex } from "./log/hash.ts";

const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const onOff = z.enum(["on", "off"], "must be on or off").transform((word) => word === "on");

/** Secrets that stand in examples and must not sign anything real. */
const WEAK_SECRETS = /^(secret|changeme|change-me|invigil|password|test|example|0+|1+|a+)$/i;

const StrongSecret = z.string().min(32, "must have at least 32 characters")
  .refine((text) => !WEAK_SECRETS.test(text) && new Set(text).size >= 10, "must not be a default or a repetition");

const Environment = z.object({
  PORT: wholeNumber(0, 65_535).default(8_000),
  HOST: z.string().min(1).optional(),
  INVIGIL_KV: z.string().min(1).optional(),
  INVIGIL_SECRET: z.string().optional(),
  INVIGIL_ADMIN_PASSWORD: z.string().max(200, "must have at most 200 characters").optional(),
  INVIGIL_DEMO: onOff.default(false),
  INVIGIL_STYLE: onOff.default(false),
  INVIGIL_TRUST_PROXY: onOff.default(false),
  INVIGIL_ORIGIN: z.url().optional(),
  INVIGIL_JOINS_PER_MINUTE: wholeNumber(1, 10_000_000).default(2_000),
  INVIGIL_LOGINS_PER_MINUTE: wholeNumber(1, 1_000_000).default(120),
  INVIGIL_SOCKETS_PER_ADDRESS: wholeNumber(1, 1_000_000).default(5_000),
  INVIGIL_MESSAGES_PER_SECOND: wholeNumber(1, 1_000_000).default(MAX_MESSAGES_PER_SECOND),
  INVIGIL_WORKERS: wholeNumber(1, 64).optional(),
  INVIGIL_BYTES_PER_SECOND: wholeNumber(1_000, 1_000_000_000).default(MAX_BYTES_PER_SECOND),
  DENO_DEPLOY: z.string().optional(),
  DENO_DEPLOYMENT_ID: z.string().optional(),
});

/** By itself a server takes no more cores than this: beyond, a store in a file is what limits. */
const MOST_WORKERS_BY_ITSELF = 8;

/** One core is left to the store's threads, the collector and the system. */
function defaultWorkers(): number {
  return Math.max(1, Math.min(navigator.hardwareConcurrency - 1, MOST_WORKERS_BY_ITSELF));
}

/** Whether several instances of a process can share port and store: on Linux the system spreads connections, and memory belongs to one. */
function canShare(isOnDeploy: boolean, kv: string | undefined): boolean {
  return Deno.build.os === "linux" && !isOnDeploy && kv !== ":memory:";
}

/** How the server is set up. */
export interface Settings {
  port: number;
  hostname: string;
  /** Path or address of the KV store; undefined for the one that Deploy assigns. */
  kv: string | undefined;
  /** Whether the store is a server that several processes share. */
  isKvRemote: boolean;
  secret: string | undefined;
  adminPassword: string | undefined;
  isDemo: boolean;
  /** Whether the page of components is served: for development, and never on Deploy. */
  isStyleShown: boolean;
  /** Whether every request comes through a proxy of our own. */
  trustProxy: boolean;
  /** Public origin, where a proxy stands in front; else requests' own. */
  origin: string | undefined;
  joinsPerMinute: number;
  loginsPerMinute: number;
  socketsPerAddress: number;
  messagesPerSecond: number;
  bytesPerSecond: number;
  /** Instances of the server in one process, each in a thread of its own. */
  workers: number;
  isOnDeploy: boolean;
}

/**
 * Settings from environment variables.
 *
 * @throws {RangeError} A sentence that names the variable that is wrong.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  // A variable that is set to nothing is one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new RangeError(`Cannot start: ${issue.path.join(".")}: ${issue.message}.`);
  }
  const env = parsed.data;
  const isOnDeploy = env.DENO_DEPLOYMENT_ID !== undefined || env.DENO_DEPLOY === "true";
  if (isOnDeploy && env.INVIGIL_SECRET === undefined) {
    throw new RangeError(
      "Cannot start: INVIGIL_SECRET must be set on Deno Deploy. It signs sessions on every instance.",
    );
  }
  const strong = StrongSecret.optional().safeParse(env.INVIGIL_SECRET);
  if (!strong.success && !env.INVIGIL_DEMO) {
    throw new RangeError(`Cannot start: INVIGIL_SECRET ${strong.error.issues[0].message}.`);
  }
  return {
    port: env.PORT,
    hostname: env.HOST ?? (isOnDeploy ? "0.0.0.0" : "127.0.0.1"),
    kv: env.INVIGIL_KV ?? (isOnDeploy ? undefined : "data/invigil.kv"),
    isKvRemote: isOnDeploy || /^https?:/.test(env.INVIGIL_KV ?? ""),
    // A demo takes any secret, and signs with its hash.
    secret: strong.success ? strong.data : sha256Hex(env.INVIGIL_SECRET ?? ""),
    adminPassword: env.INVIGIL_ADMIN_PASSWORD,
    isDemo: env.INVIGIL_DEMO,
    isStyleShown: env.INVIGIL_STYLE && !isOnDeploy,
    trustProxy: env.INVIGIL_TRUST_PROXY,
    origin: env.INVIGIL_ORIGIN,
    joinsPerMinute: env.INVIGIL_JOINS_PER_MINUTE,
    loginsPerMinute: env.INVIGIL_LOGINS_PER_MINUTE,
    socketsPerAddress: env.INVIGIL_SOCKETS_PER_ADDRESS,
    messagesPerSecond: env.INVIGIL_MESSAGES_PER_SECOND,
    bytesPerSecond: env.INVIGIL_BYTES_PER_SECOND,
    workers: canShare(isOnDeploy, env.INVIGIL_KV) ? env.INVIGIL_WORKERS ?? defaultWorkers() : 1,
    isOnDeploy,
  };
}
