import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { readPageData } from "../components/page_data.ts";
import { enableSignOut } from "../staff/sign_out.ts";
import { QueuePage } from "./queue_page.tsx";
import { ReviewData } from "./review_data.ts";

mount(<QueuePage {...readPageData(ReviewData)} />, readPageSpeech());
enableSignOut();
