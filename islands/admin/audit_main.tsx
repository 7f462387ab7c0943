import { mount } from "../components/mount.tsx";
import { readPageSpeech } from "../components/page_speech.ts";
import { readPageData } from "../components/page_data.ts";
import { enableSignOut } from "../staff/sign_out.ts";
import { AuditData, AuditLogPage } from "./audit_page.tsx";

mount(<AuditLogPage {...readPageData(AuditData)} />, readPageSpeech());
enableSignOut();
