import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { VerifyPage } from "./verify_page.tsx";

mount(<VerifyPage />, readPageSpeech(), "verify");
