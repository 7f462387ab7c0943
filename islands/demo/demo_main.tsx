import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { DemoPage } from "./demo_page.tsx";

mount(<DemoPage />, readPageSpeech(), "demo");
