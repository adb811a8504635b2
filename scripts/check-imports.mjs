/**
 * Checks the import rules over app, lib and scripts. A tool that silently sees no modules would always be green
 * (it did with a compiler it could not read), so the number of modules seen is compared with the files there are.
 */
import { readdirSync } from 'node:fs'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { importRules } from '../import-rules.mjs'
import { projectPath } from './setup/project-path.mjs'

/**
 * Cruises folders of the project.
 * @param folders paths below `baseDir`
 * @returns violations as sentences, and how many source modules were seen and how many there are
 */
export async function checkImports(folders, baseDir = projectPath()) {
  const { output } = await cruise(
    folders,
    {
      baseDir,
      ruleSet: { forbidden: importRules },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: '^(node_modules|generated)' },
    },
    { tsConfig: undefined, extensions: ['.ts', '.tsx', '.mjs', '.js'] },
    { tsConfig: extractTSConfig(projectPath('tsconfig.json')) },
  )
  const there = folders.flatMap((folder) =>
    readdirSync(`${baseDir}/${folder}`, { recursive: true }).filter((file) => /\.(tsx?|mjs)$/.test(String(file))),
  ).length
  const seen = output.modules.filter(
    (module) => folders.some((folder) => module.source.startsWith(`${folder}/`)) && !module.coreModule,
  )
  return {
    there,
    seen: seen.filter((module) => /\.(tsx?|mjs)$/.test(module.source)).length,
    edges: seen.reduce((sum, module) => sum + module.dependencies.filter((dependency) => !dependency.couldNotResolve).length, 0),
    violations: output.summary.violations.map(
      ({ rule, from, to }) =>
        `${from} → ${to}\n  ${rule.name}: ${importRules.find((known) => known.name === rule.name)?.comment ?? ''}`,
    ),
  }
}

if (process.argv[1] === projectPath('scripts/check-imports.mjs')) {
  const { there, seen, edges, violations } = await checkImports(['app', 'lib', 'scripts'])
  for (const violation of violations) console.error(violation)
  console.log(`${seen} of ${there} modules, ${edges} imports, ${violations.length} violations`)
  process.exit(violations.length === 0 && seen >= there && edges > seen ? 0 : 1)
}
