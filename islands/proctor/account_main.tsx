import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { readPageData } from "../components/page_data.ts";
import { AccountData, AccountPage } from "./account_page.tsx";
import { enableSignOut } from "../staff/sign_out.ts";

mount(<AccountPage {...readPageData(AccountData)} />, readPageSpeech());
enableSignOut();
