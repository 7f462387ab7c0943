import type { Page } from "playwright-core";
import { openReady, type Shot, untilLoaded } from "../shot.ts";
import type { Stage } from "../stage.ts";

/** A page of staff that shows by itself all that is to be seen. */
function plain(
  name: string,
  page: NonNullable<Shot["page"]>,
  path: string | ((stage: Stage) => string),
): Shot {
  return {
    name,
    page,
    by: "staff",
    async open(opened, stage) {
      await openReady(opened, typeof path === "string" ? path : path(stage));
      await untilLoaded(opened);
    },
  };
}

/** What is written, prepared and kept before anybody sits an exam. */
export const AUTHOR_SHOTS: readonly Shot[] = [
  plain("exams", "page_exams", "/exams"),
  {
    name: "exams_new",
    page: "page_exams",
    by: "staff",
    async open(page) {
      await openReady(page, "/exams");
      await page.getByRole("button", { name: "New exam" }).click();
      await page.getByLabel("What is it called?").fill("Statistics, second part");
    },
  },
  plain("edit", "page_edit", ({ draftId }) => `/exams/${draftId}/edit`),
  {
    name: "edit_question",
    page: "page_edit",
    by: "staff",
    async open(page, { draftId }) {
      await openReady(page, `/exams/${draftId}/edit`);
      await page.getByRole("button", { name: /^Edit question 1/ }).click();
      await page.getByLabel("Points", { exact: true }).waitFor();
    },
  },
  {
    name: "edit_settings",
    page: "page_edit",
    by: "staff",
    async open(page, { draftId }) {
      await openReady(page, `/exams/${draftId}/edit`);
      await page.getByRole("button", { name: "Settings" }).or(page.getByRole("tab", { name: "Settings" })).first()
        .click();
    },
  },
  plain("bank", "page_bank", "/bank"),
  plain("bank_item", "page_bank_item", ({ bankItems }) => `/bank/${bankItems[0]}`),
  plain("paper", "page_paper", ({ quizId }) => `/exams/${quizId}/paper`),
  plain("people", "page_people", ({ quizId }) => `/exams/${quizId}/people`),
  {
    name: "people_list",
    page: "page_people",
    by: "staff",
    async open(page, { draftId }) {
      await openReady(page, `/exams/${draftId}/people`);
      await page.getByRole("button", { name: "Bring a list" }).click();
      await page.getByLabel("List", { exact: true }).fill(
        "name,number,group,extra_time\nAda Lovelace,1001,Hall 1,25%\nBo Diddley,1002,Hall 1,a lot\nCy Twombly,1003,Hall 2,\n",
      );
      await page.getByRole("button", { name: "Check", exact: true }).click();
      await page.getByText(/to mend/).first().waitFor();
    },
  },
  plain("slips", "page_slips", ({ quizId }) => `/exams/${quizId}/people/slips`),
];

/** What is marked and given back, and what admins see. */
export const AFTER_SHOTS: readonly Shot[] = [
  plain("marking", "page_marking", ({ quizId }) => `/exams/${quizId}/marking`),
  {
    name: "compare",
    page: "page_review_compare",
    by: "staff",
    async open(page, { quizId }) {
      await openReady(page, `/exams/${quizId}/review/compare`);
      await page.getByRole("button", { name: "Compare answers" }).click();
      await page.getByText(/^Compared: \d+ students/).waitFor();
    },
  },
  plain("overview", "page_overview", ({ quizId }) => `/exams/${quizId}/overview`),
  plain("results", "page_results", ({ quizId }) => `/exams/${quizId}/results`),
  plain("print", "page_print", ({ quizId }) => `/exams/${quizId}/results/print`),
  plain("account", "page_account", "/account"),
  plain("admin", "page_admin", "/admin"),
  {
    name: "admin_server",
    page: "page_admin_server",
    by: "staff",
    async open(page) {
      await openReady(page, "/admin/server");
      await page.getByRole("img", { name: /a second now/ }).waitFor();
      // A reading every five seconds: of two there is no course to see yet.
      await page.waitForTimeout(20_000);
    },
  },
  plain("admin_audit", "page_admin_audit", "/admin/audit"),
];

/** What needs a room at work. */
export const ROOM_SHOTS: readonly Shot[] = [
  {
    name: "review",
    page: "page_review",
    by: "staff",
    async open(page, { roomId, told }) {
      await told;
      await openReady(page, `/exams/${roomId}/review`);
      await page.locator("[data-review-row]").first().waitFor();
    },
  },
  {
    name: "review_attempt",
    page: "page_review_attempt",
    by: "staff",
    async open(page, { roomId, told }) {
      await openReady(page, `/exams/${roomId}/review/${await told}`);
      await page.locator("[data-replay-open]").click();
      await page.locator("[data-replay-clock]").waitFor();
      const scrubber = page.locator("[data-replay-scrubber]");
      await scrubber.press("End");
      await scrubber.blur();
    },
  },
  {
    name: "room_alert",
    page: "page_room",
    by: "staff",
    isWindow: true,
    async open(page, { roomId }) {
      await openReady(page, `/exams/${roomId}/room`);
      await page.locator("[data-high-alerts]").waitFor();
    },
  },
  { name: "room", page: "page_room", by: "staff", isWindow: true, open: openRoom },
  {
    name: "room_drawer",
    page: "page_room_attempt",
    by: "staff",
    isWindow: true,
    async open(page, stage) {
      await openRoom(page, stage);
      await page.locator("[data-row-button]").first().click();
      await page.locator("aside meter").first().waitFor();
      await page.waitForLoadState("networkidle");
    },
  },
];

/** Opens the room, and says that its alerts were seen: beneath them are the rows. */
async function openRoom(page: Page, { roomId }: Stage): Promise<void> {
  await openReady(page, `/exams/${roomId}/room`);
  await page.locator("[data-attempt]").first().waitFor();
  const alerts = page.locator("[data-high-alerts]");
  if (!await alerts.isVisible()) return;
  await alerts.getByRole("button").last().click();
  await alerts.waitFor({ state: "detached" });
}
