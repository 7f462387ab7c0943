import { mount } from "../../components/mount.tsx";
import { readPageSpeech } from "../../components/page_speech.ts";
import { readPageData } from "../../components/page_data.ts";
import { enableSignOut } from "../../staff/sign_out.ts";
import { ReviewData } from "../review_data.ts";
import { ComparePage } from "./compare_page.tsx";

mount(<ComparePage {...readPageData(ReviewData)} />, readPageSpeech());
enableSignOut();
