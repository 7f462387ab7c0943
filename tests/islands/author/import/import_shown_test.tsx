import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import type { ComponentChild } from "preact";
import { ExportMenu } from "../../../../islands/author/import/export_menu.tsx";
import { ImportDialog } from "../../../../islands/author/import/import_dialog.tsx";
import { ImportList } from "../../../../islands/author/import/import_list.tsx";
import { ImportNotes } from "../../../../islands/author/import/import_notes.tsx";
import { Speaking, speechOf } from "../../../../islands/components/speech.tsx";
import { Question } from "../../../../protocol/items/registry.ts";
import { LANGUAGES } from "../../../../words/languages.ts";
import { SAMPLES } from "../../../protocol/items/samples.ts";

const questions = Object.entries(SAMPLES).map(([type, { shown, hidden }]) =>
  Question.parse({ id: type, type, text: `About ${type}`, ...shown, ...hidden[0] })
);

for (const words of LANGUAGES) {
  const shown = (tree: ComponentChild) => renderToString(<Speaking speech={speechOf(words)}>{tree}</Speaking>);

  Deno.test(`[IT48] every type of question is shown to be chosen from, in ${words.language.name}`, () => {
    const html = shown(
      <ImportList questions={questions} chosen={new Set(["essay"])} isMarkdown onChange={() => {}} />,
    );
    for (const [type, name] of Object.entries(words.sentences.importing.types)) {
      assert.ok(html.includes(`About ${type}`) && html.includes(name), type);
    }
    assert.equal(html.match(/<input[^>]*checked/g)?.length, 1);
  });

  Deno.test(`[IT48] a note says where it stands, in ${words.language.name}`, () => {
    const html = shown(<ImportNotes notes={[{ level: "error", item: 3, page: 2, line: 7, message: "Odd" }]} />);
    const { error, atItem, atPage, atLine } = words.sentences.importing;
    for (
      const said of [
        error,
        ...[[atItem, 3], [atPage, 2], [atLine, 7]].map(([at, n]) => `${at}`.replace("{n}", `${n}`)),
      ]
    ) {
      assert.ok(html.includes(said), said);
    }
  });

  Deno.test(`[IT48] the dialog begins with a file or a text, and the menu has every format, in ${words.language.name}`, () => {
    const dialog = shown(
      <ImportDialog takenIds={[]} hasPictures onTake={() => Promise.resolve(null)} onClose={() => {}} />,
    );
    assert.ok(dialog.includes(words.sentences.importing.file) && dialog.includes('type="file"'));
    const menu = shown(<ExportMenu examId="e1" />);
    assert.equal(menu.match(/\/api\/exams\/e1\/export\?format=/g)?.length, 5);
  });
}

Deno.test("[IT87] what a file says stands without signs of Markdown where texts are formatted, else as it was written", () => {
  const question = Question.parse({
    ...{ id: "q", type: "single_choice", text: "**Which** is $x^2$?\n\n![A curve](media:abc)", correct: "a" },
    choices: [{ id: "a", text: "*this* $\\frac{1}{2}$" }, { id: "b", text: "that" }],
  });
  const html = (isMarkdown: boolean) =>
    renderToString(
      <Speaking speech={speechOf(LANGUAGES[0])}>
        <ImportList questions={[question]} chosen={new Set()} isMarkdown={isMarkdown} onChange={() => {}} />
      </Speaking>,
    );
  assert.match(html(true), />Which is x²\?<.*>this 1\/2</);
  assert.match(html(false), />\*\*Which\*\* is \$x\^2\$\?/);
});
