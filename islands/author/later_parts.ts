/** What an editor shows once somebody asks for it, in one file: many small ones weigh more than they save. */
export { FromBankDialog } from "./bank/from_bank_dialog.tsx";
export { PutIntoBank } from "./bank/put_into_bank.tsx";
export { EditorDialogs } from "./editor_dialogs.tsx";
export { PreviewPanel } from "./preview/preview_panel.tsx";
export { SettingsView } from "./settings/settings_view.tsx";
export { startTrial } from "../people/start_trial.ts";
export { ImportIntoExam } from "./import/import_into_exam.tsx";
