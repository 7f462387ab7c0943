import { z } from "zod";
import { isPageOrigin } from "./origin_form.ts";

/** Pages of other sites in which one exam may be watched, at most. */
export const MAX_EMBED_ORIGINS = 20;

/**
 * Origin of a page that is not ours, as browsers write it: scheme, host and port, nothing behind it. Over plain http only on
 * the machine itself.
 */
export const PageOrigin = z.string().max(200).refine(isPageOrigin, "page_origin");

/**
 * Origin of the browser extension: its id follows from the key in its manifest, in Chrome and in Edge.
 * tests/browser/extension_test.ts holds the two together.
 */
export const EXTENSION_ORIGIN = "chrome-extension://oglfampgoneiagidjngmjgffmelblnfn";
