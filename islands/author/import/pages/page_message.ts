import { z } from "zod";

/** What the drawing worker is given: a PDF, and which of its pages, from 1. */
export const DrawTask = z.strictObject({ file: z.instanceof(Blob), pages: z.array(z.int().min(1)) });
export type DrawTask = z.infer<typeof DrawTask>;

/** What it says of each page: its picture, or null where it cannot be drawn. */
export const PageMessage = z.strictObject({ page: z.int().min(1), picture: z.instanceof(Blob).nullable() });
export type PageMessage = z.infer<typeof PageMessage>;
