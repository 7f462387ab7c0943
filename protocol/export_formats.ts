/** Formats that an exam's questions can be taken home in. */
export const EXPORT_FORMATS = ["gift", "moodle_xml", "qti", "csv", "json"] as const;
