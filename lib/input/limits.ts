/**
 * How much may come in with one request, whoever sends it. Each number is well above what the largest form of ours needs and
 * well below what costs time; messages and tests read it.
 */
export const inputLimits = {
  /** Bytes of a form; the longest texts of the largest one are a quarter of it. */
  formBody: 256 * 1024,
  /** Bytes read and thrown away before a too large body is answered; a browser reads no answer while it is still sending. */
  drained: 8 * 1024 * 1024,
  /** Fields of a form or an address, each value counted. The largest form (the profile) has some sixty. */
  fields: 500,
  /** Parts of an address behind its question mark. Ours have six at most; Next takes n² steps for n of one name. */
  addressParts: 100,
  /** Characters in the name of a field. */
  nameLength: 200,
  /** Names and list entries of a JSON body at all depths; all answers of a check at once have some four hundred. */
  jsonEntries: 2_000,
  /** The same for a state file, which holds answers, decisions and profile of a check. */
  fileEntries: 10_000,
  /** Lists and objects within each other. */
  jsonDepth: 10,
  /** Refused fields that one answer tells; nobody mends more at once, and a page of thousands would be megabytes. */
  fieldErrors: 50,
  /** Characters of an id in a field or an address. */
  idLength: 80,
  /** Characters of the address of a page of ours that a form names to go on with. */
  pageAddress: 500,
  /** Characters of an address that a form leads to: browsers and proxies give up at 8,000 for all headers. */
  location: 2_000,
  /** Accents after one letter (Unicode Standard Annex 15, Stream-Safe Text Format): putting n of them in order takes n² steps. */
  marksInARow: 30,
} as const
