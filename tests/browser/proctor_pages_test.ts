import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { totpCode, totpStep } from "../../server/auth/totp.ts";
import { findViolations } from "../support/axe.ts";
import { productTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

const EXAM = {
  code: "BIO-101",
  title: "Biology",
  duration_minutes: 30,
  join: "roster",
  questions: [{ id: "q1", type: "true_false", text: "Cells have walls." }],
  roster: [{ name: "Ada Lovelace" }],
};

async function assertFits(page: Page, name: string): Promise<void> {
  assert.deepEqual(await findViolations(page), [], name);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${name} is ${beyond} px wider than the window`);
}

productTest(
  "[PR14] every staff page and open page is accessible at both widths, light and dark, and stays within itself",
  async (browser, server) => {
    for (const look of LOOKS) {
      const { page, context, complaints } = await watchedPage(browser, server.origin, look);
      for (const path of ["/", "/privacy", "/login", "/invitation"]) {
        await page.goto(path);
        await assertFits(page, path);
      }
      await signInOn(page, "admin", ADMIN_PASSWORD);
      for (const path of ["/exams", "/account", "/admin", "/admin/server", "/admin/audit"]) {
        await page.goto(path);
        await page.locator("html[data-ready]").waitFor();
        await page.getByText("Loading…").first().waitFor({ state: "detached" });
        await assertFits(page, path);
      }
      assert.deepEqual(complaints, []);
      await context.close();
    }
  },
);

productTest(
  "[PR12] signing in says what is wrong, leads back to the page that was asked for, and signing out ends it",
  async (browser, server) => {
    const { page, complaints } = await watchedPage(browser, server.origin);
    await page.goto("/account");
    assert.equal(new URL(page.url()).pathname, "/login");
    await page.locator("html[data-ready]").waitFor();
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("Enter your username").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "username");
    await page.getByLabel("Username").fill("admin");
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("Username or password is not right.").waitFor();
    await page.getByLabel("Password").fill(ADMIN_PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/account");
    await page.locator("html[data-ready]").waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/login");
    await page.goto("/exams");
    assert.equal(new URL(page.url()).pathname, "/login");
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[PR18] one-time codes are set up with a first code, asked for at the next sign-in, and turned off with the password",
  async (browser, server) => {
    const { page, complaints } = await watchedPage(browser, server.origin);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.goto("/account");
    await page.locator("html[data-ready]").waitFor();
    await page.getByLabel("Your password").fill("not the password");
    await page.getByRole("button", { name: "Set up one-time codes" }).click();
    await page.getByText("That is not your password").waitFor();
    await page.getByLabel("Your password").fill(ADMIN_PASSWORD);
    await page.getByRole("button", { name: "Set up one-time codes" }).click();
    const secret = (await page.locator("form code").innerText()).replaceAll(" ", "");
    // One step back is taken, too: so the next step is left for signing in.
    const step = totpStep(Date.now());
    await page.getByLabel("Code").fill(totpCode(secret, step - 1));
    await assertFits(page, "/account with a secret");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("One-time codes are on").waitFor();

    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/login");
    await page.locator("html[data-ready]").waitFor();
    await page.getByLabel("Username").fill("admin");
    await page.getByLabel("Password").fill(ADMIN_PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("Enter the 6 digits that your authenticator shows").waitFor();
    await page.getByLabel("One-time code").fill(totpCode(secret, step));
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => url.pathname !== "/login");

    await page.goto("/account");
    await page.locator("html[data-ready]").waitFor();
    await page.getByLabel("Your password").fill(ADMIN_PASSWORD);
    await page.getByRole("button", { name: "Turn off" }).click();
    await page.getByRole("button", { name: "Set up one-time codes" }).waitFor();
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[PR19] a password that was printed opens one page only: the one that replaces it",
  async (browser, server) => {
    const printed = await server.printedPassword();
    const { page, complaints } = await watchedPage(browser, server.origin);
    await signInOn(page, "admin", printed);
    for (const path of ["/exams", "/admin", "/admin/server", "/admin/audit", "/account"]) {
      await page.goto(path);
      assert.equal(new URL(page.url()).pathname, "/account", path);
    }
    await page.locator("html[data-ready]").waitFor();
    await page.getByText("Choose your own password first").waitFor();
    await assertFits(page, "/account with a printed password");
    await page.getByLabel("Current password").fill(printed);
    await page.getByLabel("New password", { exact: true }).fill("a quiet room at noon");
    await page.getByLabel("New password again").fill("a quiet room at noon");
    await page.getByRole("button", { name: "Change password" }).click();
    await page.waitForURL("**/exams");
    assert.deepEqual(complaints, []);
  },
  null,
);

productTest(
  "an exam is published from its document, and a wrong one is told what is wrong",
  async (browser, server) => {
    const { page } = await watchedPage(browser, server.origin);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.locator("html[data-ready]").waitFor();
    await page.getByRole("button", { name: "Make one from a JSON document" }).click();
    const field = page.getByLabel("Exam document");
    await field.fill(JSON.stringify({ ...EXAM, duration_minutes: 0 }));
    await page.getByRole("button", { name: "Publish exam" }).click();
    await page.getByText("duration_minutes:").waitFor();
    await assertFits(page, "/exams with a form");
    await field.fill(JSON.stringify(EXAM));
    await page.getByRole("button", { name: "Publish exam" }).click();
    await page.getByText("BIO-101 is published").waitFor();
    await page.getByRole("cell", { name: "Ada Lovelace" }).waitFor();
    await page.getByRole("link", { name: "Biology", exact: true }).click();
    await page.getByText("Students join with their personal links").waitFor();
    await page.getByRole("row").filter({ hasText: "Ada Lovelace" }).filter({ hasText: "Not here yet" }).waitFor();
  },
);

productTest(
  "an invited proctor chooses a password, sees only the exams assigned, and can change the password",
  async (browser, server) => {
    const admin = await watchedPage(browser, server.origin);
    await signInOn(admin.page, "admin", ADMIN_PASSWORD);
    await admin.page.goto("/admin");
    await admin.page.locator("html[data-ready]").waitFor();
    await admin.page.getByLabel("Username").fill("pro.one");
    await admin.page.getByRole("button", { name: "Make invitation" }).click();
    const link = await admin.page.locator("form code").innerText();

    const { page, complaints } = await watchedPage(browser, server.origin);
    await page.goto(link);
    await page.locator("html[data-ready]").waitFor();
    assert.equal(new URL(page.url()).hash, "", "the token does not stay in the address bar");
    await page.getByLabel("New password", { exact: true }).fill("a quiet room at noon");
    await page.getByLabel("New password again").fill("a quiet room at noon");
    await page.getByRole("button", { name: "Set password and sign in" }).click();
    await page.waitForURL("**/exams");
    await page.getByText("You are not assigned to an exam yet.").waitFor();
    const admins = await page.goto("/admin");
    assert.equal(admins?.status(), 403);

    await page.goto("/account");
    await page.locator("html[data-ready]").waitFor();
    await page.getByLabel("Current password").fill("a quiet room at noon");
    await page.getByLabel("New password", { exact: true }).fill("a quiet room at dusk");
    await page.getByLabel("New password again").fill("a quiet room at dusk");
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByText("Your password is changed").waitFor();
    await page.getByText("This one").waitFor();
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[AU37] [AU35] an admin reads what was done in words and by name, and finds it by who, what and exam; figures are told in words",
  async (browser, server) => {
    const token = await server.signIn();
    const [exam] = await server.call("GET", "/api/exams", { token });
    const student = await server.call("POST", "/start_exam", {
      body: { code: "DEMO", student: { name: "Ada Lovelace" } },
    });
    const notes = `/api/exams/${exam.exam_id}/attempts/${student.attempt_id}/notes`;
    await server.call("POST", notes, { token, body: { text: "May leave at noon." } });
    const { page, complaints } = await watchedPage(browser, server.origin);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.goto("/admin");
    await page.getByRole("navigation", { name: "Admin pages" }).getByRole("link", { name: "Audit log" }).click();
    const table = page.getByRole("region", { name: "Audit log" });
    await table.getByText(`Ada Lovelace · ${exam.title}`).waitFor();
    await table.getByText("Wrote a note").waitFor();
    await page.getByLabel("What").selectOption({ label: "Signed in" });
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await table.getByText("Wrote a note").waitFor({ state: "detached" });
    await table.getByText("Signed in").first().waitFor();
    await page.getByLabel("Who").fill("nobody");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await table.getByText("Nothing yet.").waitFor();
    await page.getByRole("button", { name: "Clear" }).click();
    await table.getByText("Wrote a note").waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Save as CSV" }).click(),
    ]);
    assert.equal(file.suggestedFilename(), "audit.csv");
    await page.getByRole("link", { name: "Server" }).click();
    await page.getByText("Students connected").waitFor();
    await page.getByRole("img", { name: /a second now/ }).waitFor();
    assert.deepEqual(complaints, []);
  },
);
