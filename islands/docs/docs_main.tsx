import { hydrate } from "preact";
import { readPageSpeech } from "../components/page_speech.ts";
import { Speaking } from "../components/speech.tsx";
import { DocsSearch } from "./docs_search.tsx";
import type { DocsIndex } from "./search_docs.ts";

/** What the page carries for its search. */
export interface DocsData {
  index: DocsIndex;
  query: string;
}

const place = document.getElementById("docs_search");
const data: unknown = JSON.parse(document.getElementById("page-data")?.textContent ?? "null");
if (place !== null && isDocsData(data)) {
  hydrate(
    <Speaking speech={readPageSpeech()}>
      <DocsSearch index={data.index} query={data.query} />
    </Speaking>,
    place,
  );
  document.documentElement.dataset.ready = "true";
}

/** Of which form the index is, the compiler has checked where the server wrote it into this page. */
function isDocsData(value: unknown): value is DocsData {
  return typeof value === "object" && value !== null && "index" in value && "query" in value;
}
