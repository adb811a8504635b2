import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Gives the rules as they stand in `docs/methodology.md`, which the code cites; null where an installation left the docs out. */
export function readMethodology(): string | null {
  try {
    return readFileSync(/* turbopackIgnore: true */ join(process.cwd(), 'docs', 'methodology.md'), 'utf8')
  } catch {
    return null
  }
}
