import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const clockAndChance = [
  { object: 'Date', property: 'now', message: 'A pure module takes the date as an argument.' },
  { object: 'Math', property: 'random', message: 'A pure module takes chance as an argument.' },
  { object: 'process', property: 'env', message: 'Settings are read in lib/env.ts and passed in.' },
]

export default tseslint.config(
  {
    ignores: [
      '.next/',
      '.next-*/',
      'node_modules/',
      'generated/',
      'build/',
      'data/',
      'next-env.d.ts',
      'test-results/',
      'screenshots/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['scripts/**', 'lib/log.ts', 'lib/security-log.ts', 'instrumentation.ts', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: [
      'lib/questionnaire/**',
      'lib/scoring/**',
      'lib/recommendations/**',
      'lib/report/*.ts',
      'lib/charts/**',
      'lib/i18n/**',
    ],
    rules: {
      'no-restricted-properties': ['error', ...clockAndChance],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'A pure module takes the date as an argument.',
        },
      ],
    },
  },
  {
    files: ['app/**/*.tsx', 'lib/report/pdf/**/*.tsx'],
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXText[value=/[A-Za-zÄÖÜäöüß]{2,}/]',
          message: 'Text that a user reads lives in the message files or in questionnaires/.',
        },
        { selector: "JSXAttribute[name.name='style']", message: 'Inline styles are refused by the content security policy.' },
      ],
    },
  },
  // react-pdf styles are objects on its own elements and `role` is a PDF structure type; no browser is involved.
  {
    files: ['lib/report/pdf/**/*.tsx'],
    rules: { 'no-restricted-syntax': 'off', 'jsx-a11y/alt-text': 'off', 'jsx-a11y/aria-role': 'off' },
  },
  {
    files: ['app/**/*.tsx', 'app/**/*.ts', 'lib/**/*.ts', 'lib/**/*.tsx'],
    rules: {
      'no-restricted-globals': ['error', { name: 'alert', message: 'Say it on the page.' }],
    },
  },
)
