import type { RestRoute, Route } from "../edge/route.ts";
import { type AsyncApiDocument, asyncApiDocument } from "./asyncapi.ts";
import { openApiDocument } from "./openapi.ts";
import type { OpenApiDocument } from "./openapi_document.ts";

/** The documents that describe the calls and the sockets. */
export interface ApiDocuments {
  openApi(): OpenApiDocument;
  asyncApi(): AsyncApiDocument;
}

/** Makes each document when it is first asked for, and keeps it: it takes a fifth of a second, and never changes. */
export function apiDocuments(rest: readonly RestRoute[]): ApiDocuments {
  let openApi: OpenApiDocument | null = null;
  let asyncApi: AsyncApiDocument | null = null;
  return {
    openApi: () => openApi ??= openApiDocument(rest),
    asyncApi: () => asyncApi ??= asyncApiDocument(),
  };
}

/** Where the documents are read. */
export function documentRoutes(documents: ApiDocuments): Route[] {
  return [
    { operation: "openapi", handle: () => ({ body: documents.openApi() }) },
    { operation: "asyncapi", handle: () => ({ body: documents.asyncApi() }) },
  ];
}
