import { catalogue } from "./en/catalogue.ts";
import { consent } from "./en/consent.ts";
import { declined } from "./en/declined.ts";
import { exam } from "./en/exam.ts";
import { examScreens } from "./en/exam_screens.ts";
import { examStatus } from "./en/exam_status.ts";
import { home } from "./en/home.ts";
import { join } from "./en/join.ts";
import { joinForms } from "./en/join_forms.ts";
import { page } from "./en/page.ts";
import { privacy } from "./en/privacy.ts";
import { publicPage } from "./en/public_page.ts";
import { refused } from "./en/refused.ts";

/** English, which every other language follows: its keys, and the values in each sentence. */
export const en = {
  catalogue,
  consent,
  declined,
  exam,
  examScreens,
  examStatus,
  home,
  join,
  joinForms,
  page,
  privacy,
  publicPage,
  refused,
} as const;
