import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { InvitationPage } from "./invitation_page.tsx";

mount(<InvitationPage />, readPageSpeech());
