import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { DocsSearch } from "./docs_search.tsx";
import type { DocsIndex } from "./search_docs.ts";

/** What the page carries for its search. */
export interface DocsData {
  index: DocsIndex;
  query: string;
}

const data: unknown = JSON.parse(document.getElementById("page-data")?.textContent ?? "null");
if (isDocsData(data)) mount(<DocsSearch index={data.index} query={data.query} />, readPageSpeech(), "docs_search");

/** Of which form the index is, the compiler has checked where the server wrote it into this page. */
function isDocsData(value: unknown): value is DocsData {
  return typeof value === "object" && value !== null && "index" in value && "query" in value;
}
