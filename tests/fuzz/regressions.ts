/** Addresses and messages that once came to something else than the protocol says; each stays here by name. */
export interface Regression {
  name: string;
  method: string;
  path: string;
  /** Whose token is shown. */
  as: "admin" | "student" | "anyone";
  body?: string;
  status: number;
}

const LONG = "x".repeat(3_000);

export const REGRESSIONS: readonly Regression[] = [
  {
    name: "a length that cannot be compared",
    method: "POST",
    path: "/submit_exam",
    as: "student",
    body: '{"answers":{"q1":{"length":{"toString":1}}}}',
    status: 422,
  },
  {
    name: "an attempt's log by an id longer than a key",
    method: "GET",
    path: `/api/exams/0/attempts/${LONG}/log`,
    as: "admin",
    status: 404,
  },
  {
    name: "an exam's id longer than a key, on a page",
    method: "GET",
    path: `/exams/${LONG}/room`,
    as: "admin",
    status: 404,
  },
  {
    name: "an exam's id longer than a key, in a summary",
    method: "GET",
    path: `/scoring/summary/${LONG}`,
    as: "admin",
    status: 404,
  },
  { name: "a code longer than a key", method: "GET", path: `/join/${LONG}`, as: "anyone", status: 404 },
  {
    name: "an attempt's id longer than a key",
    method: "GET",
    path: `/api/exams/0/attempts/${LONG}`,
    as: "admin",
    status: 404,
  },
  {
    name: "an attempt's id longer than a key, in a query",
    method: "GET",
    path: `/risk_score?attempt_id=${LONG}`,
    as: "admin",
    status: 422,
  },
  { name: "an address that cannot be decoded", method: "GET", path: "/static/%", as: "anyone", status: 404 },
  {
    name: "a file's name longer than a file system takes",
    method: "GET",
    path: `/static/${LONG}.js`,
    as: "anyone",
    status: 404,
  },
  { name: "a file's name with a zero", method: "GET", path: "/static/%00.css", as: "anyone", status: 404 },
];

/** Seeds that once found something, with how many messages it took. */
export const SEEDS: readonly { name: string; seed: number; messages: number }[] = [
  { name: "ids longer than a key of the store", seed: 1, messages: 1_000 },
];
