/**
 * Who may import whom: one table, read by dependency-cruiser (`scripts/check-imports.mjs`) and by ESLint.
 * `docs/adr/0001` and CONTRIBUTING.md explain the house; each message says where the code belongs instead.
 */

/** Folders that only compute: same input, same output, no clock, no chance, no machine. */
export const pureFolders = [
  'lib/questionnaire/(?!load|content-hash|content-files|content-reason)',
  'lib/scoring/',
  'lib/recommendations/',
  'lib/report/[^/]+\\.ts$',
  'lib/charts/',
  'lib/i18n/',
  'lib/measures/(csv|due|filter|history|ics|merge-edit|plan-files)\\.ts$',
]

const pure = `^(${pureFolders.join('|')})`
const notAllowed = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

export const importRules = [
  notAllowed(
    'pure-core',
    'A pure module imports no Node module, framework or database. Put the effect into load, a repository, a renderer or a Route Handler and pass its result in.',
    { path: pure, pathNot: 'lib/report/(render|pdf)' },
    {
      path: '^(node:|next(/|$)|react(-dom)?(/|$)|@prisma/|better-sqlite3)|node_modules/(next|react|react-dom|@prisma|better-sqlite3|@react-pdf)/|^generated/',
    },
  ),
  notAllowed(
    'pure-core-builtin',
    'A pure module imports no Node module. Pass the result in.',
    { path: pure },
    { dependencyTypes: ['core'] },
  ),
  notAllowed(
    'lib-never-app',
    'lib does not know the site. Move the shared part into lib.',
    { path: '^lib/' },
    { path: '^(app|scripts|tests)/' },
  ),
  notAllowed(
    'questionnaire-first',
    'The questionnaire knows nothing of scores, advice or reports: these read it.',
    { path: '^lib/questionnaire/' },
    { path: '^lib/(scoring|recommendations|report|charts|assessments|accounts|rounds|measures|targets)/' },
  ),
  notAllowed(
    'scoring-below-recommendations',
    'Scoring knows nothing of advice or reports: these read scores.',
    { path: '^lib/scoring/' },
    { path: '^lib/(recommendations|report|charts|assessments|accounts|rounds|measures|targets)/' },
  ),
  notAllowed(
    'recommendations-below-report',
    'Recommendations know nothing of reports or storage.',
    { path: '^lib/recommendations/' },
    { path: '^lib/(report|charts|assessments|accounts|rounds|measures|targets)/' },
  ),
  notAllowed(
    'renderers-read-the-view-model',
    'A renderer shows the view model. What it needs to know is computed in lib/report/ and passed in.',
    { path: '^lib/report/pdf/' },
    { path: '^lib/(scoring|recommendations|assessments|accounts|rounds|measures|targets)/' },
  ),
  notAllowed(
    'charts-are-geometry',
    'Charts compute shapes from the view model; they know no scores.',
    { path: '^lib/charts/' },
    { path: '^lib/(scoring|recommendations|assessments|accounts|rounds|measures|targets)/' },
  ),
  notAllowed(
    'only-repositories-know-prisma',
    'Only repository, db, the migration runner and the backup know the database. Add a function to the repository.',
    {
      path: '^(app|lib|scripts)/',
      pathNot:
        '^lib/(db(\\.ts|/)|(assessments|accounts|rounds|measures|targets)/(repository|save)|accounts/adapter)|^scripts/(migrate|schema-engine|backup)\\.mjs$',
    },
    { path: '^generated/|node_modules/(@prisma|better-sqlite3)/' },
  ),
  notAllowed(
    'app-uses-services',
    'Pages and Route Handlers call a service; they do not reach into a repository or the database.',
    { path: '^app/' },
    { path: '^lib/(db/|(assessments|accounts|rounds|measures|targets)/(repository|save-))' },
  ),
  notAllowed(
    'foreign-pictures-in-their-thread',
    'What a stranger packed is unpacked in the thread of lib/pictures/worker.ts and nowhere else. Call cleanPicture.',
    { path: '^(app|lib|scripts)/|^(proxy|instrumentation)\\.ts$', pathNot: '^lib/pictures/(clean-png|worker)\\.ts$' },
    { path: '^lib/pictures/(clean-png|worker)\\.ts$|(^|node_modules/)(fast-png|pngjs|png-js)(/|$)' },
  ),
  notAllowed(
    'no-circle',
    'Two modules that need each other are one, or need a third.',
    { path: '^(app|lib|scripts)/' },
    { circular: true },
  ),
]
