import type { AsyncApiDocument } from "../../routes/api/asyncapi.ts";
import { apiDocuments } from "../../routes/api/documents.ts";
import type { OpenApiDocument } from "../../routes/api/openapi_document.ts";
import { restRoutes } from "../../routes/api/rest_routes.ts";
import { readSettings } from "../config.ts";
import { createServices } from "../create_services.ts";
import { createStores } from "../store/stores.ts";

/** The documents of calls and sockets, without a server: of services on an empty store in memory, which nobody asks anything. */
export async function readDocuments(): Promise<{ openApi: OpenApiDocument; asyncApi: AsyncApiDocument }> {
  const settings = readSettings({ INVIGIL_KV: ":memory:" });
  const kv = await Deno.openKv(":memory:");
  try {
    const documents = apiDocuments(restRoutes(await createServices(settings, createStores(kv), () => false)));
    return { openApi: documents.openApi(), asyncApi: documents.asyncApi() };
  } finally {
    kv.close();
  }
}
