import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { searchDocs } from "../../../islands/docs/search_docs.ts";
import { indexDocs } from "../../../routes/pages/docs_index.ts";
import { readDocs } from "../../../server/docs/read_docs.ts";

const INDEX = indexDocs(await readDocs(fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "")));

function firstFor(query: string): string {
  return searchDocs(INDEX, query)[0]?.href ?? "nothing";
}

Deno.test("[DR6] a question as people ask it finds the document that answers it", () => {
  assert.equal(firstFor("how do I write an exam"), "/docs/guides/write_an_exam");
  assert.equal(firstFor("how do I let students in"), "/docs/guides/let_students_in");
  for (const query of ["what does a risk of 40 mean", "risk of 40"]) {
    assert.match(firstFor(query), /#what-a-number-means/, query);
  }
});
