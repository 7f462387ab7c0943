/**
 * What a batch's text is like before anything was typed: texts are packed as if they came behind it, so that a short one is found in it for
 * the most part. **Never changed**: stored texts are unpacked with it. Another one takes another mark in `packed.ts`.
 */
const PRIMER = [
  '{"duration":30000,"t":0,"type":"idle"},{"question":"q2","t":0,"type":"question_view"},{"length":120,"t":0,"type":"copy_event"},',
  '{"length":12,"t":0,"type":"cut_event"},{"length":281,"origin":"outside","t":0,"type":"paste_event"},{"length":8,"origin":"exam",',
  '{"choices":["a"],"question":"q3","t":0,"type":"answer_select"},{"active":true,"t":0,"type":"fullscreen_change"},{"online":false,',
  '{"height":900,"screenHeight":1080,"screenWidth":1920,"t":0,"type":"window_resize","width":1440},{"focused":false,"t":0,"type":',
  '"focus_change"},{"t":0,"type":"tab_switch","visible":false},{"input":"paste","inserted":"","input":"cut","input":"delete",',
  '{"kind":"scroll","pointer":"touch","points":[[0,0.5,0.5]],"t":0,"type":"mouse_data"},{"kind":"click","pointer":"mouse","points":[[',
  '{"kind":"move","pointer":"mouse","points":[[0,0.8,0.7],[16.6,0.80,0.79],[33.3,0.81,0.78],[50,0.82,0.77],[66.7,0.83,0.76],[83.3,0.84,',
  '0.75],[100,0.85,0.74],[116.6,0.86,0.73],[133.3,0.87,0.72],[150,0.88,0.71]],"t":0,"type":"mouse_data"}],"kept":[0],"report":{"risk":12.',
  ',"level":"medium"},"level":"high"},"late":true,"prev":"","context":"","handed_over_by":"","salt":"',
  '{"dwell":null,"flight":-12.5,"key":"navigation","repeat":true,"t":0,"type":"keystroke_data"},{"dwell":90,"flight":null,"key":"shortcut",',
  '{"dwell":110.5,"flight":null,"key":"modifier","t":0,"type":"keystroke_data"},{"dwell":80.1,"flight":95.2,"key":"digit","t":0,"type":',
  '{"dwell":85,"flight":180.4,"key":"punctuation","t":0,"type":"keystroke_data"},{"dwell":84.4,"flight":160.3,"key":"enter","t":0,"type":',
  '{"dwell":78.3,"flight":120.8,"key":"backspace","t":0,"type":"keystroke_data"},{"at":0,"input":"typing","inserted":"","question":"q1",',
  '"removed":1,"t":0,"type":"answer_edit"},{"dwell":90.9,"flight":76.2,"key":"space","t":0,"type":"keystroke_data"},{"at":0,"input":"typing",',
  '"inserted":" ","question":"q1","removed":0,"t":0,"type":"answer_edit"},{"n":1,"prev":"0","kind":"batch","seq":1,"sentAt":18000000,',
  '"received_at":18000000,"context":"0","late":false,"report":{"risk":0,"level":"low"},"events":[{"dwell":91.3,"flight":154.5,"key":"letter",',
  '"t":1000,"type":"keystroke_data"},{"at":10,"input":"typing","inserted":"e","question":"q1","removed":0,"t":1000,"type":"answer_edit"},',
  '{"dwell":84.4,"flight":58.6,"key":"letter","t":1000,"type":"keystroke_data"},{"at":11,"inserted":"a","question":"q1","removed":0,"t":1000,',
  '"type":"answer_edit"},{"n":1,"prev":"","kind":"batch","seq":1,"sentAt":1800000000000,"received_at":1800000000000,"context":"',
].join("");

/** {@link PRIMER} in UTF-8. */
export const PRIMER_BYTES: Uint8Array = new TextEncoder().encode(PRIMER);
