import { z } from "zod";
import type { CloseReason } from "./close_codes.ts";

/**
 * Every error code that leaves the server, with the HTTP status that carries it and the close code's name
 * for the case that a socket said it. One mapping, so that REST and sockets never disagree.
 */
export const ERRORS = {
  bad_request: { status: 400, close: "bad_request" },
  unauthorized: { status: 401, close: "unauthorized" },
  code_required: { status: 401, close: "unauthorized" },
  forbidden: { status: 403, close: "forbidden" },
  password_change_required: { status: 403, close: "forbidden" },
  not_found: { status: 404, close: "not_found" },
  unknown_exam: { status: 404, close: "not_found" },
  exam_not_open: { status: 403, close: "forbidden" },
  exam_closed: { status: 403, close: "forbidden" },
  exam_full: { status: 409, close: "forbidden" },
  consent_required: { status: 422, close: "invalid" },
  token_used: { status: 409, close: "unauthorized" },
  conflict: { status: 409, close: "invalid" },
  gap: { status: 409, close: "invalid" },
  paused: { status: 409, close: "invalid" },
  submitted: { status: 409, close: "finished" },
  past_deadline: { status: 409, close: "finished" },
  wrong_state: { status: 409, close: "invalid" },
  too_large: { status: 413, close: "too_large" },
  invalid: { status: 422, close: "invalid" },
  out_of_order: { status: 422, close: "out_of_order" },
  protocol_version: { status: 400, close: "protocol_version" },
  unsupported: { status: 400, close: "unsupported" },
  taken_over: { status: 409, close: "taken_over" },
  timeout: { status: 400, close: "timeout" },
  rate_limited: { status: 429, close: "rate_limited" },
  unavailable: { status: 503, close: "come_back" },
  internal: { status: 500, close: "come_back" },
} as const satisfies Record<string, { status: number; close: CloseReason }>;

/** A code of {@link ERRORS}. */
export type ErrorCode = keyof typeof ERRORS;

/** What the sockets' `expected` and `conflict` say, for a batch that came by REST; and when an exam opens. */
const furtherFields = {
  expected: z.number().int().optional().describe("The batch that is wanted next"),
  seq: z.number().int().optional(),
  last_seq: z.number().int().optional(),
  opens_at: z.string().optional().describe("When an exam that is not open yet opens (ISO 8601)"),
};

/** The body of every refused REST call. A gap and a conflict carry the sockets' fields, within the error and beside it. */
export const ErrorBody = z.strictObject({
  error: z.strictObject({
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    path: z.string().optional(),
    ...furtherFields,
  }),
  ...furtherFields,
});
export type ErrorBody = z.infer<typeof ErrorBody>;
