import { openReady, type Shot } from "../shot.ts";
import { WATCHED_CODE } from "../stage.ts";

/** A short text that somebody else has written. */
const FOREIGN = "Regression to the mean is the tendency of extreme observations to be followed by values closer to it. "
  .repeat(4);

/** Pages that are open to anyone, but for what a student does in an exam. */
export const PUBLIC_SHOTS: readonly Shot[] = [
  { name: "home", page: "page_home", by: "anyone", open: (page) => page.goto("/") },
  { name: "privacy", page: "page_privacy", by: "anyone", open: (page) => page.goto("/privacy") },
  { name: "login", page: "page_login", by: "anyone", open: (page) => openReady(page, "/login") },
  {
    name: "login_refused",
    page: "page_login",
    by: "anyone",
    async open(page) {
      await openReady(page, "/login");
      await page.getByLabel("Username").fill("admin");
      await page.getByLabel("Password").fill("not the password");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByText("Username or password is not right.").waitFor();
    },
  },
  {
    name: "invitation",
    page: "page_invitation",
    by: "anyone",
    async open(page, { server, roomId }) {
      const path = `/api/exams/${roomId}/staff/grace`;
      const invited = await server.call("PUT", path, await server.signIn(), {});
      const { token } = invited.body as { token: string };
      await openReady(page, `/invitation#${token}`);
    },
  },
  { name: "not_found", page: null, by: "anyone", open: (page) => page.goto("/nowhere") },
  { name: "docs", page: "page_docs", by: "anyone", open: (page) => openReady(page, "/docs") },
  {
    name: "docs_search",
    page: "page_docs",
    by: "anyone",
    async open(page) {
      await openReady(page, "/docs");
      await page.getByRole("searchbox").fill("erase student");
      await page.getByRole("status").getByText(/^Found: \d/).waitFor();
    },
  },
  {
    name: "document",
    page: "page_document",
    by: "anyone",
    open: (page) => page.goto("/docs/guides/sit_an_exam"),
  },
  {
    name: "document_wide",
    page: "page_document",
    by: "anyone",
    open: (page) => page.goto("/docs/architecture"),
  },
  { name: "api", page: "page_api", by: "anyone", open: (page) => page.goto("/api") },
  { name: "api_part", page: "page_api_part", by: "anyone", open: (page) => page.goto("/api/reference/sitting") },
  { name: "style", page: "page_style", by: "anyone", open: (page) => page.goto("/style") },
  { name: "watch", page: "page_watch", by: "anyone", open: (page) => page.goto(`/watch/${WATCHED_CODE}`) },
  { name: "demo", page: "page_demo", by: "anyone", open: (page) => openReady(page, "/demo") },
  {
    name: "demo_sitting",
    page: "page_demo",
    by: "anyone",
    async open(page) {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await openReady(page, "/demo");
      await page.getByRole("button", { name: "Begin" }).click();
      await page.getByRole("textbox").first().click();
      await page.keyboard.type("The number fell after a bad year. ", { delay: 60 });
      await page.evaluate((text) => navigator.clipboard.writeText(text), FOREIGN);
      await page.keyboard.press("Control+V");
      await page.getByText(/Text from outside/).first().waitFor();
    },
  },
  {
    name: "demo_after",
    page: "page_demo",
    by: "anyone",
    async open(page) {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await openReady(page, "/demo");
      await page.getByRole("button", { name: "Begin" }).click();
      await page.getByRole("textbox").first().click();
      await page.keyboard.type("The number fell after a bad year. ", { delay: 60 });
      await page.evaluate((text) => navigator.clipboard.writeText(text), FOREIGN);
      await page.keyboard.press("Control+V");
      await page.getByText(/Text from outside/).first().waitFor();
      await page.getByRole("button", { name: "Hand in" }).click();
      await page.getByRole("heading", { name: /how the answer came to be/ }).waitFor();
      await page.locator("[data-replay-scrubber]").press("End");
    },
  },
  { name: "verify", page: "page_verify", by: "anyone", open: (page) => openReady(page, "/verify") },
];
