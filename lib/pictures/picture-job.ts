/** What the worker answers. Everything here is copied between threads. */
export type PictureAnswer =
  | { readonly png: Uint8Array }
  /** The pixels are not whole; for the log. */
  | { readonly problem: string }
