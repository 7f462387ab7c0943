import assert from "node:assert/strict";
import { staffRoutes } from "../../../routes/api/staff_routes.ts";
import { answer } from "../../../routes/edge/answer.ts";
import { credentialsOf } from "../../../routes/edge/credentials.ts";
import { wordsFor } from "../../../routes/edge/language.ts";
import { deviceOf } from "../../../routes/edge/device_cookie.ts";
import { embedderOf, mustBeSecure, originOf, ownOrigin, requireOrigin } from "../../../routes/edge/origin.ts";
import { POLICIES } from "../../../routes/edge/policies.ts";
import { RateLimits, ratesOf } from "../../../routes/edge/rate.ts";
import type { Route } from "../../../routes/edge/route.ts";
import { type Auth, createAuth } from "../../../server/auth/auth.ts";
import { authorise } from "../../../server/auth/authorise.ts";
import type { OpenedAttempt } from "../../../server/auth/identify.ts";
import { Passwords } from "../../../server/auth/passwords.ts";
import { type Operation, type Permission, PERMISSIONS } from "../../../server/auth/permissions.ts";
import type { SignedIn } from "../../../server/auth/sign_in.ts";
import { answerOf } from "../../../server/errors.ts";
import { createStores, type Stores } from "../../../server/store/stores.ts";

export const SECRET = "a secret of tests, longer than 32 characters";
export const PASSWORD = "correct horse battery";
export const ADDRESS = "203.0.113.7";
const START_MS = Date.parse("2026-03-02T09:00:00Z");
export const ORIGINS = { trustProxy: false, embedOrigins: new Set<string>() };
/** scrypt at a cost of nothing: its strength has its own test. */
const CHEAP = { logN: 4, r: 8, p: 1 };

/** Counts how often a password was derived, which is what takes an attacker's time. */
export class CountedPasswords extends Passwords {
  derived = 0;

  override verify(password: string, phc: string | null): Promise<boolean> {
    this.derived += 1;
    return super.verify(password, phc);
  }
}

/** What a request is sent as. */
export interface Sent {
  token?: string;
  cookie?: string;
  body?: unknown;
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  address?: string;
}

/** What came back. */
export interface Answered {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** Auth over a real store with a clock that a test moves, and a router of a few lines around its routes. */
export class Fixture {
  nowMs = START_MS;
  readonly passwords = new CountedPasswords({ cost: CHEAP });
  readonly attempts = new Map<string, OpenedAttempt>();
  readonly exams = new Set<string>(["exam-a", "exam-b"]);
  readonly stores: Stores;
  readonly auth: Auth;
  readonly limits = new RateLimits(() => this.nowMs, ratesOf({ joinsPerMinute: 2_000, loginsPerMinute: 120 }));
  readonly routes: Map<Operation, Route>;

  constructor(readonly kv: Deno.Kv) {
    this.stores = createStores(kv);
    this.auth = createAuth({
      stores: this.stores,
      now: () => this.nowMs,
      secret: SECRET,
      attemptByToken: (hash) => Promise.resolve(this.attempts.get(hash) ?? null),
      passwords: this.passwords,
      hasExam: (examId) => Promise.resolve(this.exams.has(examId)),
    });
    this.routes = new Map(staffRoutes(this.auth, this.stores).map((route) => [route.operation, route]));
  }

  /** An account with {@link PASSWORD}. */
  async account(username: string, role: "admin" | "instructor" | "proctor"): Promise<string> {
    const actor = { who: "system", role: "system", from: null, requestId: null } as const;
    const { record } = await this.auth.accounts.plan(username, role, PASSWORD);
    return await this.auth.accounts.ensure(actor, record, () => []);
  }

  /** Signs an account in. */
  signIn(username: string, password = PASSWORD, code?: string, address = ADDRESS): Promise<SignedIn> {
    return this.auth.signIn.signIn({ username, password, code }, { address, userAgent: "test" }, "r0", null);
  }

  /** Sends a request through identification, permission, schemas and handler, as the server does. */
  async send(operation: Operation, sent: Sent = {}): Promise<Answered> {
    const permission: Permission = PERMISSIONS[operation];
    const headers = new Headers(sent.headers);
    if (sent.token !== undefined) headers.set("authorization", `Bearer ${sent.token}`);
    if (sent.cookie !== undefined) headers.set("cookie", `other=1; invigil_session=${sent.cookie}`);
    const request = new Request(`http://127.0.0.1:8000${permission.path}`, {
      method: permission.method.toUpperCase(),
      headers,
    });
    const { identify, assignments } = this.auth;
    const policy = POLICIES[operation];
    const origin = await originOf(request, ORIGINS);
    const address = sent.address ?? ADDRESS;
    try {
      requireOrigin(origin, policy);
      const identity = await identify.of(credentialsOf(request, policy.cookie, origin));
      await authorise(identity, operation, { examId: sent.params?.exam_id }, assignments);
      this.limits.take(operation, address);
      const route = this.routes.get(operation);
      assert.ok(route, `no route for ${operation}`);
      const reply = await route.handle({
        principal: identity.principal,
        body: route.body?.parse(sent.body),
        params: sent.params ?? {},
        query: route.query?.parse(sent.query ?? {}),
        request,
        address,
        requestId: "request-1",
        device: () => deviceOf(request, policy.cookie, origin, this.auth.devices),
        isOwnPage: origin === "own",
        embedder: embedderOf(request, origin),
        words: wordsFor(request),
        ownOrigin: ownOrigin(request, ORIGINS),
        mustBeSecure: () => mustBeSecure(request, ORIGINS),
      });
      const response = answer(route, policy, reply);
      const text = await response.text();
      const body = text === "" ? undefined : JSON.parse(text);
      route.answer?.parse(body);
      const [cookie] = response.headers.getSetCookie();
      return {
        status: response.status,
        headers: { ...Object.fromEntries(response.headers), "set-cookie": cookie },
        body,
      };
    } catch (error) {
      const { status, headers, body } = answerOf(error, wordsFor(request));
      if (status === 500) throw error;
      return { status, headers, body };
    }
  }

  /** Everything that is stored, as text: equal before and after what must change nothing. */
  async dump(): Promise<string> {
    const lines: string[] = [];
    for await (const { key, value } of this.kv.list({ prefix: [] })) lines.push(JSON.stringify([key, value]));
    return lines.join("\n");
  }

  /** `what` of every line of the audit log, oldest first. */
  async audited(): Promise<string[]> {
    const { entries } = await this.auth.audit.page(undefined, 200);
    return entries.map(({ what }) => what).reverse();
  }
}

/** Runs a test on a store in memory. */
export function inMemory(name: string, test: (fixture: Fixture) => Promise<void>): void {
  Deno.test(name, async () => {
    const kv = await Deno.openKv(":memory:");
    try {
      await test(new Fixture(kv));
    } finally {
      kv.close();
    }
  });
}

/** Runs a test on a store in memory, and again on one in a file. */
export function onBothStores(name: string, test: (fixture: Fixture) => Promise<void>): void {
  inMemory(`${name} (memory)`, test);
  Deno.test(`${name} (file)`, async () => {
    const directory = await Deno.makeTempDir();
    const kv = await Deno.openKv(`${directory}/test.kv`);
    try {
      await test(new Fixture(kv));
    } finally {
      kv.close();
      await Deno.remove(directory, { recursive: true });
    }
  });
}

/** The code of the refusal in an answer's body. */
export function codeOf({ body }: Answered): string {
  return (body as { error: { code: string } }).error.code;
}
