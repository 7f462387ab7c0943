import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { readPageData } from "../components/page_data.ts";
import { enableSignOut } from "../staff/sign_out.ts";
import { ServerData, ServerPage } from "./server_page.tsx";

mount(<ServerPage {...readPageData(ServerData)} />, readPageSpeech());
enableSignOut();
