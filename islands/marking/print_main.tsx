import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { readPageData } from "../components/page_data.ts";
import { PrintData, PrintPage } from "./print_page.tsx";

mount(<PrintPage {...readPageData(PrintData)} />, readPageSpeech());
