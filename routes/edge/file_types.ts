/** Tables that people open in a spreadsheet. */
export const CSV_TYPE = "text/csv; charset=utf-8";

/** Content types of the files in `static/`, by the ending of their names. What is not here is not served. */
export const STATIC_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};
