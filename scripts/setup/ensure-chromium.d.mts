/** Types of `ensure-chromium.mjs`, for commands written in TypeScript. */
export function ensureChromium(): string
