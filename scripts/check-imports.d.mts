/** Types of `check-imports.mjs`, for the test that proves it. */
export function checkImports(
  folders: readonly string[],
  baseDir?: string,
): Promise<{ there: number; seen: number; edges: number; violations: readonly string[] }>
