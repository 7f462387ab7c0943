import assert from "node:assert/strict";
import fc from "fast-check";
import { sniff } from "../../../server/files/media_type.ts";
import { SAMPLE_FILES, STRANGE_FILES } from "../../support/sample_files.ts";

Deno.test("[IT66] a file is what its content says", () => {
  const kinds = {
    pdf: "pdf",
    png: "image",
    jpg: "image",
    webp: "image",
    docx: "document",
    odt: "document",
    txt: "text",
  };
  for (const [name, kind] of Object.entries(kinds)) {
    assert.equal(sniff(SAMPLE_FILES[name as keyof typeof SAMPLE_FILES])?.kind, kind, name);
  }
  for (const [what, bytes] of Object.entries(STRANGE_FILES)) assert.equal(sniff(bytes), null, what);
});

Deno.test("[IT66] whatever bytes come, they are a kind or none, also where a zip is broken", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
    sniff(bytes);
    sniff(Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]));
  }));
  const whole = SAMPLE_FILES.docx;
  fc.assert(fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
    const broken = whole.slice();
    broken[at] = value;
    sniff(broken);
  }));
});
