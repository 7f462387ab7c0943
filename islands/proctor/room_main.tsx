import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { readPageData } from "../components/page_data.ts";
import { RoomData } from "./room/room_data.ts";
import { RoomPage } from "./room/room_page.tsx";
import { enableSignOut } from "../staff/sign_out.ts";

mount(<RoomPage {...readPageData(RoomData)} />, readPageSpeech());
enableSignOut();
