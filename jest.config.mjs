/**
 * One configuration for every kind of test; `scripts/test.mjs` says which folders run in which order.
 * Native ES modules, because Prisma 7 and @react-pdf/renderer do not load as CommonJS.
 */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': '<rootDir>/tests/setup/esbuild-transform.mjs' },
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1', '\\.css$': '<rootDir>/tests/setup/empty-style.mjs' },
  testTimeout: 30_000,
  // One worker may grow large with PDFs and databases; a fresh one costs less than swapping.
  workerIdleMemoryLimit: '1GB',
}
