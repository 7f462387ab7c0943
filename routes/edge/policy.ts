/**
 * What a route lets in and what it answers with, besides who may call it (`server/auth/permissions.ts`). Each field
 * is a closed set, and each is applied by the file of its name.
 */
export interface Policy {
  origins: Origins;
  cookie: CookieUse;
  body: BodyPolicy;
  answer: AnswerPolicy;
  rate: RateClass;
  /** Whether it is refused at once while the store does not answer. */
  needsStore: boolean;
}

/**
 * Whose pages may call: `own` for ours alone, `embed` also for pages that exams are embedded in, whose cookies never
 * count, `any` for everybody's. A machine sends no `Origin` and may always call, with a token.
 */
export type Origins = "own" | "embed" | "any";

/**
 * What the session's cookie is for: `ignored`; `counts`, it says who is asking; `replaced`, it says nothing about who
 * is asking, and the session in it ends when the answer brings a new one.
 */
export type CookieUse = "ignored" | "counts" | "replaced";

/**
 * What is read of the body. It is read as what the policy says, whatever the request calls its content; with `none`
 * it is not read at all.
 */
export type BodyPolicy =
  | { kind: "none" }
  | { kind: "json" | "text" | "bytes"; maxBytes: number; mayBeEmpty: boolean };

/** What the route answers with where it does not refuse. Headers of caching follow from it. */
export type AnswerPolicy =
  | {
    kind: "json";
    /** Content types of a file that the caller may ask for in its place; nobody may keep a copy of that on the way. */
    orFile?: readonly string[];
  }
  | { kind: "nothing" }
  | { kind: "html" }
  | { kind: "socket" }
  | {
    kind: "file";
    /** Content types that it may have. */
    types: readonly string[];
    /** Whether nobody may keep a copy on the way; else browsers and proxies do, see {@link ./answer.ts}. */
    isPrivate: boolean;
    /** Whether people made it, so that it is shown without loading or running anything, also by itself. */
    isInert?: boolean;
  };

/**
 * How often one address may call, see {@link ./rate.ts}; `none` where a role is needed, which is limit enough. Of joins,
 * logins, invitations and sockets only what is refused counts here.
 */
export type RateClass =
  | "none"
  | "probes"
  | "readiness"
  | "documents"
  | "files"
  | "pages"
  | "predictions"
  | "joins"
  | "logins"
  | "invitations"
  | "sockets";

/** What nobody has opened: the ground of every row, and what is refused before a route was found. */
export const CLOSED: Policy = {
  origins: "own",
  cookie: "ignored",
  body: { kind: "none" },
  answer: { kind: "nothing" },
  rate: "none",
  needsStore: true,
};
