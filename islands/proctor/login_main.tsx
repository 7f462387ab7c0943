import { z } from "zod";
import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { readPageData } from "../components/page_data.ts";
import { LoginPage } from "./login_page.tsx";

mount(<LoginPage {...readPageData(z.strictObject({ next: z.string() }))} />, readPageSpeech());
