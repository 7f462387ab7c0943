import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { CheckPage } from "./check/check_page.tsx";
import { Practice } from "./check/practice.ts";
import { applyDisplay } from "./display_settings.ts";

applyDisplay();
mount(<CheckPage practice={new Practice()} />, readPageSpeech(), "check");
