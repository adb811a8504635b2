/** Types of `ensure-built.mjs`, for commands written in TypeScript. */
export function ensureBuilt(): void
