import { catalogue } from "./de/catalogue.ts";
import { consent } from "./de/consent.ts";
import { declined } from "./de/declined.ts";
import { exam } from "./de/exam.ts";
import { examScreens } from "./de/exam_screens.ts";
import { examStatus } from "./de/exam_status.ts";
import { home } from "./de/home.ts";
import { join } from "./de/join.ts";
import { joinForms } from "./de/join_forms.ts";
import { page } from "./de/page.ts";
import { privacy } from "./de/privacy.ts";
import { publicPage } from "./de/public_page.ts";
import { refused } from "./de/refused.ts";
import type { Sentences } from "./words.ts";

export const de: Sentences = {
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
};
