import type { Services } from "../../server/services.ts";
import type { Words } from "../../words/words.ts";
import type { EmbeddingOrigins, OriginSettings } from "./origin.ts";
import { RateLimits, type Rates } from "./rate.ts";
import { UploadRoom } from "./upload_room.ts";

/** What policies are applied with. Made once per app, passed to whatever applies one. */
export interface Edge {
  services: Services;
  origins: OriginSettings;
  limits: RateLimits;
  uploads: UploadRoom;
  /** The page that says why another one cannot be shown. */
  renderProblem(message: string, words: Words): string;
}

/** What an edge is made of. */
export interface EdgeParts extends Pick<Edge, "services" | "renderProblem"> {
  /** Pages that exams are embedded in. */
  embedOrigins: EmbeddingOrigins;
  rates: Rates;
}

/** Puts an edge together. */
export function createEdge({ services, embedOrigins, rates, renderProblem }: EdgeParts): Edge {
  const { trustProxy, origin: publicOrigin } = services.settings;
  return {
    services,
    origins: { trustProxy, publicOrigin, embedOrigins },
    limits: new RateLimits(services.now, rates),
    uploads: new UploadRoom(),
    renderProblem,
  };
}
