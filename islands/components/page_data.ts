import type { z } from "zod";

/**
 * What the server put into the page for its script, checked like everything that crosses a wire.
 *
 * @throws {TypeError} If the page carries none; zod's error if it is not of the schema.
 */
export function readPageData<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
  const text = document.getElementById("page-data")?.textContent;
  if (!text) throw new TypeError("Cannot start: the page carries no data");
  return schema.parse(JSON.parse(text));
}
