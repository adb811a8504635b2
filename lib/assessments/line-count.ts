/** Every kind of line break: of Unix, Windows and old Macs, the vertical tab and form feed of old printers, and Unicode's own. */
const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/

/** Counts the lines of a text, whatever ends them; an empty text has one. Also for the browser, so nothing else is in this file. */
export const countLines = (text: string): number => text.split(lineBreak).length
