import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { readPageData } from "../components/page_data.ts";
import { ExamsData, ExamsPage } from "./exams_page.tsx";
import { enableSignOut } from "../staff/sign_out.ts";

mount(<ExamsPage {...readPageData(ExamsData)} />, readPageSpeech());
enableSignOut();
