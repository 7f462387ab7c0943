import type { RestRoute, Route } from "../edge/route.ts";
import { asyncApiDocument } from "./asyncapi.ts";
import { openApiDocument } from "./openapi.ts";

/** The documents that describe the calls and the sockets. */
export function documentRoutes(rest: readonly RestRoute[]): Route[] {
  return [
    { operation: "openapi", handle: () => ({ body: openApiDocument(rest) }) },
    { operation: "asyncapi", handle: () => ({ body: asyncApiDocument() }) },
  ];
}
