import { mount } from "../components/mount.tsx";
import { readPageData } from "../components/page_data.ts";
import { readPageSpeech } from "../components/page_speech.ts";
import { enableSignOut } from "../staff/sign_out.ts";
import { PeopleData } from "./people_data.ts";
import { PeoplePage } from "./people_page.tsx";

mount(<PeoplePage {...readPageData(PeopleData)} />, readPageSpeech());
enableSignOut();
