import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { readPageData } from "../components/page_data.ts";
import { enableSignOut } from "../staff/sign_out.ts";
import { OverviewPage } from "./overview/overview_page.tsx";
import { ReviewData } from "./review_data.ts";

mount(<OverviewPage {...readPageData(ReviewData)} />, readPageSpeech());
enableSignOut();
