import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { openEditor, untilStatus } from "../support/author_page.ts";
import { findViolations } from "../support/axe.ts";
import { productTest } from "../support/in_browser.ts";
import { LOOKS } from "../support/watched_page.ts";
import { PICTURE } from "../support/pictures.ts";

/** Where pictures go that somebody wants to look at. */
const PICTURES = Deno.env.get("PICTURES");

const QUIZ = `<quiz>
  <question type="category"><category><text>$course$/top/Trees of the north</text></category></question>
  <question type="truefalse"><questiontext format="html"><text><![CDATA[<p><img src="@@PLUGINFILE@@/oak.png" alt="An oak"> This is an oak.</p>]]></text>
    <file name="oak.png" path="/" encoding="base64">${Buffer.from(PICTURE).toString("base64")}</file></questiontext>
    <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>
</quiz>`;

productTest(
  "[IT85] pictures and categories of a Moodle file come into the exam: seen in the dialog, stored when taken, shown to students",
  async (browser, server) => {
    for (const view of LOOKS) {
      const code = `OAKS-${view.width}`;
      const { page, complaints, saved, examId } = await openEditor(
        browser,
        server,
        { code, text_format: "markdown", questions: [{ id: "q1", type: "essay", text: "Why?" }] },
        view,
      );
      const stored: string[] = [];
      page.on("request", (request) => {
        if (request.url().endsWith("/media")) stored.push(request.url());
      });
      await page.getByRole("button", { name: "Import questions" }).first().click();
      await page.getByLabel("Choose a file").setInputFiles({
        name: "quiz.xml",
        mimeType: "text/xml",
        buffer: Buffer.from(QUIZ),
      });
      await page.getByText("This is an oak.", { exact: true }).waitFor({ timeout: 30_000 });
      const parts = page.getByRole("checkbox", { name: "Take sections and pools along: Trees of the north" });
      assert.equal(await parts.isChecked(), true);
      assert.deepEqual(stored, [], "stored before it was taken");
      if (PICTURES !== undefined) {
        await page.screenshot({ path: `${PICTURES}/import-whole-${view.width}-${view.scheme}.png` });
      }
      assert.deepEqual(await findViolations(page), []);
      await page.getByRole("button", { name: "Take 1 question", exact: true }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await untilStatus(page, /Saved/);
      const { questions, sections } = await saved();
      assert.deepEqual(sections, [{ id: "s1", title: "Trees of the north" }]);
      assert.equal(questions[1].section, "s1");
      const [, media] = /^!\[An oak\]\(media:([\w-]{43})\)/.exec(questions[1].text) ?? [];
      assert.ok(media, questions[1].text);
      assert.deepEqual([...await (await page.request.get(`/media/${examId}/${media}`)).body()], [...PICTURE]);
      assert.deepEqual(complaints, []);
      await page.context().close();
    }
  },
);
