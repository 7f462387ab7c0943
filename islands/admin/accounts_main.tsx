import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { readPageData } from "../components/page_data.ts";
import { enableSignOut } from "../staff/sign_out.ts";
import { AccountsPage, AdminData } from "./accounts_page.tsx";

mount(<AccountsPage {...readPageData(AdminData)} />, readPageSpeech());
enableSignOut();
