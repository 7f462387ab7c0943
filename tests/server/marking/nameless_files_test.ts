import assert from "node:assert/strict";
import { namelessChoices, namelessFiles } from "../../../server/marking/nameless_files.ts";

Deno.test("[MK21] a file's name says nothing to who marks without names, and neither does its ending", () => {
  assert.deepEqual(namelessChoices(["a1=essay-of-ada.pdf", "b2=notes.Lovelace", "c3=Ada", "d4=.PNG"]), [
    "a1=1.pdf",
    "b2=2",
    "c3=3",
    "d4=4.png",
  ]);
  const file = { question: "q1", bytes: 1, media_type: "application/pdf" as const };
  const files = [
    { ...file, file_id: "b", name: "second.Lovelace", received_at: 2 },
    { ...file, file_id: "a", name: "first by Ada.pdf", received_at: 1 },
  ];
  assert.deepEqual(namelessFiles(files).map(({ name }) => name), ["2.pdf", "1.pdf"]);
});
