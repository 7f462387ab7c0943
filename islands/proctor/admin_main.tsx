import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { readPageData } from "../components/page_data.ts";
import { AdminData, AdminPage } from "./admin_page.tsx";
import { enableSignOut } from "../staff/sign_out.ts";

mount(<AdminPage {...readPageData(AdminData)} />, readPageSpeech());
enableSignOut();
