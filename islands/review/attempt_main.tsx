import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { readPageData } from "../components/page_data.ts";
import { enableSignOut } from "../staff/sign_out.ts";
import { AttemptReviewPage } from "./attempt_page.tsx";
import { AttemptReviewData } from "./review_data.ts";

mount(<AttemptReviewPage {...readPageData(AttemptReviewData)} />, readPageSpeech());
enableSignOut();
