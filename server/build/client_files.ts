/** Name of the client's file in the build's folder. */
export const CLIENT_FILE = "invigil-client.mjs";

/** Name of its types: the one that TypeScript looks for beside it. */
export const CLIENT_TYPES_FILE = "invigil-client.d.mts";
