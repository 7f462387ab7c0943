import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { EvidencePage } from "./evidence_page.tsx";

mount(<EvidencePage />, readPageSpeech());
