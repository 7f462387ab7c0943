import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_EXAM_PICTURES } from "../../../../protocol/limits.ts";
import { Refusal } from "../../../../server/errors.ts";
import { carryPictures } from "../../../../server/exams/media/carry_pictures.ts";
import { copyPictures } from "../../../../server/exams/media/copy_pictures.ts";
import { inertSvg } from "../../../../server/exams/media/inert_svg.ts";
import { keepPicture } from "../../../../server/exams/media/keep_picture.ts";
import { pictureType } from "../../../../server/exams/media/picture_type.ts";
import { CUT_OFF_AFTER_MS, tidyPictures, UNUSED_FOR_MS } from "../../../../server/exams/media/tidy_pictures.ts";
import { Hall } from "../../../support/hall.ts";
import { bytesOf, DRAWING, PICTURE } from "../../../support/pictures.ts";

async function inHall(test: (hall: Hall) => Promise<void>): Promise<void> {
  const hall = await Hall.open();
  try {
    await test(hall);
  } finally {
    hall.kv.close();
  }
}

const inert = (svg: string): string | null => {
  const bytes = inertSvg(bytesOf(svg));
  return bytes === null ? null : new TextDecoder().decode(bytes);
};

Deno.test("[TX10] a picture is what its content says, and nothing else is taken", () => {
  assert.equal(pictureType(PICTURE), "image/png");
  assert.equal(pictureType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])), "image/jpeg");
  assert.equal(pictureType(bytesOf("RIFF1234WEBPVP8 ")), "image/webp");
  for (const text of [DRAWING, "<svg/>", "\ufeff <svg>", "<!-- a --><svg ></svg>"]) {
    assert.equal(pictureType(bytesOf(text)), text === "<svg/>" ? null : "image/svg+xml", text);
  }
  for (
    const text of [
      "",
      "<html><svg></svg></html>",
      "GIF89a",
      "%PDF-1.7",
      "RIFF1234WAVE",
      "svg",
      "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>",
    ]
  ) {
    assert.equal(pictureType(bytesOf(text)), null, text);
  }
});

Deno.test("[TX11] a drawing as programs write it comes through whole", () => {
  const svg = inert(DRAWING) ?? "";
  for (
    const part of [
      'viewBox="0 0 320 180"',
      '<linearGradient id="g">',
      'fill="url(#g)"',
      'xlink:href="#glyph"',
      "stroke:#c02020",
      "y = f(x) &lt; 3",
      "fill: url(#g)",
    ]
  ) {
    assert.ok(svg.includes(part), `${part} in ${svg}`);
  }
  assert.ok(svg.startsWith("<svg ") && svg.endsWith("</svg>"));
  assert.equal(inert(svg), svg, "and again changes nothing");
});

const HOSTILE = [
  ...[
    "<script>alert(1)</script>",
    "<script><![CDATA[alert(1)]]></script>",
    "<foreignObject><body onload='x'/></foreignObject>",
  ],
  ...[
    "<a href='javascript:alert(1)'>x</a>",
    "<use href='https://a.b/c.svg#d'/>",
    "<use xlink:href='data:image/svg+xml,x'/>",
  ],
  ...[
    "<image href='https://a.b/c.png'/>",
    "<feImage href='https://a.b'/>",
    "<rect onclick='x' fill='url(https://a.b/c#d)'/>",
  ],
  ...[
    "<rect style='fill:url(https://a.b)'/>",
    "<rect style='fill:\\75rl(https://a.b)'/>",
    "<style>@import 'https://a.b';</style>",
  ],
  ...[
    "<style>rect{fill:url(https://a.b)}</style>",
    "<style>a&#x40;import 'x'</style>",
    "<style><![CDATA[</style><script>x</script>]]></style>",
  ],
  ...[
    "<animate attributeName='href' to='javascript:x'/>",
    "<set attributeName='onclick' to='x'/>",
    "<svg:script>x</svg:script>",
  ],
  ...[
    "<SCRIPT>x</SCRIPT>",
    "<g xmlns='http://www.w3.org/1999/xhtml'><script>x</script></g>",
    "<iframe src='x'/>",
    "<!--",
    "]]>",
    "<?xml-stylesheet href='https://a.b'?>",
  ],
  ...[
    "<handler>x</handler>",
    "<rect fill=\"url('javascript:x')\"/>",
    "<text>&lt;script&gt;</text>",
    "<g>",
    "</g>",
    "</svg>",
    "<svg>",
    "&a;",
  ],
];

Deno.test("[TX11] no drawing runs, loads or leads away", () => {
  const parts = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 6 })), { maxLength: 6 });
  fc.assert(
    fc.property(parts, (inside) => {
      const svg = inert(`<svg xmlns="http://www.w3.org/2000/svg" onload="x">${inside.join("")}</svg>`);
      if (svg === null) return;
      const tags = svg.match(/<[^>]*>/g) ?? [];
      for (const tag of tags) {
        assert.match(tag, /^<\/?[a-zA-Z]+[ >]/);
        assert.doesNotMatch(tag, /script|foreignObject|iframe|image|animate|<set|handler|<a[ >]|\son\w+=/i);
        assert.doesNotMatch(
          tag.replace(/ xmlns(?::xlink)?="http:\/\/www\.w3\.org\/[\w/]+"/g, ""),
          /https?:|javascript:|data:|\\|xml-stylesheet/i,
        );
      }
      for (const [, style] of svg.matchAll(/<style[^>]*>([^]*?)<\/style>/g)) {
        assert.doesNotMatch(style, /@|url|\\|<|&/i);
      }
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("[TX11] a drawing with entities, or whose parts repeat each other, is refused", () => {
  assert.equal(inert('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'), null);
  const layers = Array.from({ length: 30 }, (_, n) => `<g id="l${n + 1}"><use href="#l${n}"/><use href="#l${n}"/></g>`);
  assert.equal(inert(`<svg><rect id="l0"/>${layers.join("")}</svg>`), null);
  assert.equal(inert('<svg><g id="a"><use href="#a"/></g></svg>'), null);
  assert.equal(inertSvg(new Uint8Array([0x3c, 0x73, 0xff, 0xfe])), null);
});

Deno.test("[TX12] an exam holds so many pictures, the same one counts once, and one too many leaves nothing", async () => {
  await inHall(async (hall) => {
    const { examId } = await hall.exam();
    const { stores } = hall.services;
    const svg = (n: number) => bytesOf(`<svg xmlns="http://www.w3.org/2000/svg"><rect x="${n}"/></svg>`);
    const ids = await Promise.all(
      Array.from({ length: MAX_EXAM_PICTURES }, (_, n) => keepPicture(stores, examId, svg(n), 1)),
    );
    assert.equal(new Set(ids).size, MAX_EXAM_PICTURES);
    assert.equal(await keepPicture(stores, examId, svg(7), 2), ids[7]);
    const isTooMany = (error: unknown) => error instanceof Refusal && error.code === "too_large";
    await assert.rejects(keepPicture(stores, examId, PICTURE, 3), isTooMany);
    assert.equal((await stores.media.list(examId)).length, MAX_EXAM_PICTURES);
    await assert.rejects(keepPicture(stores, examId, bytesOf("no picture"), 3), { code: "invalid" });
    await assert.rejects(keepPicture(stores, "no-exam", PICTURE, 3), { code: "not_found" });
  });
});

Deno.test("[TX12] of pictures that are copied at one moment none slips in over the limit", async () => {
  await inHall(async ({ stores }) => {
    const id = (n: number) => String(n).padStart(43, "x");
    for (let n = 0; n < MAX_EXAM_PICTURES - 1; n++) {
      await stores.media.put("to", id(n), { type: "image/png", bytes: 1, at: 1, isWhole: true });
    }
    const made = [id(9_001), id(9_002), id(9_003)];
    for (const mediaId of made) {
      await stores.media.putParts("from", mediaId, PICTURE);
      await stores.media.put("from", mediaId, { type: "image/png", bytes: PICTURE.length, at: 1, isWhole: true });
    }
    await Promise.allSettled(made.map((mediaId) => carryPictures(stores, "from", "to", `media:${mediaId}`, 2)));
    assert.ok((await stores.media.list("to")).length <= MAX_EXAM_PICTURES);
  });
});

Deno.test("[TX13] a picture of 2 MB lies in parts and comes back to the byte; one that was cut off is not there", async () => {
  await inHall(async (hall) => {
    const { examId } = await hall.exam();
    const { media } = hall.services.stores;
    const large = new Uint8Array(2 * 1024 * 1024).map((_, index) => index * 31 >> 3);
    large.set(PICTURE);
    const mediaId = await keepPicture(hall.services.stores, examId, large, 1);
    assert.match(mediaId, /^[\w-]{43}$/);
    assert.deepEqual(await media.read(examId, mediaId), { type: "image/png", content: large });
    assert.equal(await media.read("another", mediaId), null);
    await media.put(examId, mediaId, { type: "image/png", bytes: large.length, at: 1, isWhole: false });
    assert.equal(await media.read(examId, mediaId), null);
    await keepPicture(hall.services.stores, examId, large, 2);
    assert.ok(await media.read(examId, mediaId));
    await media.remove(examId, mediaId);
    assert.deepEqual(await Array.fromAsync(hall.kv.list({ prefix: ["media_part"] })), []);
  });
});

Deno.test("[TX16] what no text refers to goes after its time, what was cut off sooner, and what is shown stays", async () => {
  await inHall(async (hall) => {
    const { stores } = hall.services;
    const svg = (n: number) => bytesOf(`<svg xmlns="http://www.w3.org/2000/svg"><rect x="${n}"/></svg>`);
    const { examId: other } = await hall.exam({ code: "OTHER" });
    const used = await keepPicture(stores, other, svg(1), 0);
    const { examId } = await hall.exam({ questions: [{ id: "q1", type: "essay", text: `![x](media:${used})` }] });
    await keepPicture(stores, examId, svg(1), 0);
    const unused = await keepPicture(stores, examId, svg(2), 0);
    await stores.media.put(examId, "c".repeat(43), { type: "image/png", bytes: 5, at: 0, isWhole: false });
    const left = async () => (await stores.media.list(examId)).map(({ mediaId }) => mediaId).sort();
    assert.equal(await tidyPictures(stores, CUT_OFF_AFTER_MS - 1), 0);
    assert.equal(await tidyPictures(stores, UNUSED_FOR_MS - 1), 1);
    assert.deepEqual(await left(), [used, unused].sort());
    assert.equal(await tidyPictures(stores, UNUSED_FOR_MS), 2);
    assert.deepEqual(await left(), [used]);
    await stores.media.put("gone-exam", used, { type: "image/png", bytes: 5, at: 0, isWhole: true });
    // Whoever copies them there may be about to make it.
    assert.equal(await tidyPictures(stores, CUT_OFF_AFTER_MS - 1), 0);
    assert.equal(await tidyPictures(stores, CUT_OFF_AFTER_MS), 1);
  });
});

Deno.test("[TX13] an exam that is made from another one has its pictures under the same ids", async () => {
  await inHall(async (hall) => {
    const { stores } = hall.services;
    const { examId } = await hall.exam();
    const mediaId = await keepPicture(stores, examId, PICTURE, 1);
    await copyPictures(stores, examId, "copy", 2);
    assert.deepEqual(await stores.media.read("copy", mediaId), { type: "image/png", content: PICTURE });
  });
});
