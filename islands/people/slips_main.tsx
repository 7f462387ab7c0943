import { mount } from "../components/mount.tsx";
import { readPageData } from "../components/page_data.ts";
import { readPageSpeech } from "../components/page_speech.ts";
import { enableSignOut } from "../staff/sign_out.ts";
import { PeopleData } from "./people_data.ts";
import { SlipsPage } from "./slips_page.tsx";

mount(<SlipsPage {...readPageData(PeopleData)} />, readPageSpeech());
enableSignOut();
