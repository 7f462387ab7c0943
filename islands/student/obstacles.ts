import { CloseCode } from "../../protocol/close_codes.ts";
import type { Obstacle } from "./exam_model.ts";

/** What stands in the way once the server has closed the connection for good, by its close code; others are `broken`. */
export const OBSTACLES: Readonly<Record<number, Obstacle>> = {
  [CloseCode.taken_over]: "taken_over",
  [CloseCode.unauthorized]: "not_opened",
  [CloseCode.forbidden]: "not_opened",
  [CloseCode.not_found]: "not_opened",
  [CloseCode.protocol_version]: "protocol_version",
};
