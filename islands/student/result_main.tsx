import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { ResultPage } from "./result_page.tsx";

mount(<ResultPage />, readPageSpeech());
