import { mount } from "../components/mount.tsx";
import { readPageData } from "../components/page_data.ts";
import { readPageSpeech } from "../components/page_speech.ts";
import { enableSignOut } from "../staff/sign_out.ts";
import { EditData } from "./edit_data.ts";
import { EditPage } from "./edit_page.tsx";

mount(<EditPage {...readPageData(EditData)} />, readPageSpeech());
enableSignOut();
