/** Tables that people open in a spreadsheet. */
export const CSV_TYPE = "text/csv; charset=utf-8";

/** A page that is a file: it is kept, printed and opened from disk. */
export const HTML_TYPE = "text/html; charset=utf-8";

/** Lines of JSON, sealed and signed, that people keep. */
export const NDJSON_TYPE = "application/x-ndjson; charset=utf-8";

/** Content types of authors' pictures. */
export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/webp", "image/svg+xml"];

/** Content types of the files in `static/`, by the ending of their names. What is not here is not served. */
export const STATIC_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".mts": "application/typescript; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};
