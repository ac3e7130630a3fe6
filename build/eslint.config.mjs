/** Lint: type-aware and strict. Every rule that is eased says why. */
import hooks from 'eslint-plugin-react-hooks';
import a11y from 'eslint-plugin-jsx-a11y';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { houseRules } from './eslint-rules.mjs';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a thing has one name everywhere.',
};

/** What shared/ may not read: it would no longer be a function of its arguments. */
const impurities = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Time is an argument in shared/.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time is an argument in shared/.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time is an argument in shared/.' },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Chance is an argument in shared/: pass a seeded source.',
  },
  {
    selector: 'MemberExpression[object.name="performance"]',
    message: 'Time is an argument in shared/.',
  },
];

const dateObjects = {
  selector: 'NewExpression[callee.name="Date"]',
  message: 'Date objects live in shared/calendar/ only: elsewhere dates are local dates.',
};

/** Electron switches that undo the sandbox. */
const insecureKeys = [
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webviewTag',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
].map((name) => ({
  selector: `Property[key.name="${name}"] > Literal[value!=false]`,
  message: `${name} opens the page to the system; it stays off.`,
}));

/** What would make markup of somebody's words. */
const rawMarkup = [
  'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
  'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)$/]',
].map((selector) => ({ selector, message: 'Words of people become text, never markup.' }));

export default defineConfig(
  {
    ignores: ['out/**', 'dist/**', 'coverage/**', 'node_modules/**', 'build/**', 'test/fixtures/**'],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    plugins: { house: houseRules },
    rules: {
      'house/file-name': 'error',
      'house/empty-catch': 'error',
      'no-empty': ['error', { allowEmptyCatch: true }], // the rule above asks for more
      'no-restricted-syntax': ['error', noDefaultExport, ...insecureKeys],
      'no-console': ['error', { allow: ['error'] }], // a bug may say so; the stories fail on any
      eqeqeq: 'error',
      'no-control-regex': 'error',
      'no-constant-binary-expression': 'error',
      'no-duplicate-case': 'error',
      'no-loss-of-precision': 'error',
      'no-misleading-character-class': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-sparse-arrays': 'error',
      'no-template-curly-in-string': 'error',
      'no-unreachable-loop': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-backreference': 'error',
      'no-useless-escape': 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: true, considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Numbers and booleans read well in sentences; objects and null do not.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `() => setOpen(true)` is the plain way to write a handler.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // An async function that awaits nothing still keeps a port's promise.
      '@typescript-eslint/require-await': 'off',
      // Branded ids are plain strings at run time; reading a table by one is what tables are for.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // Names and words of people are compared and cut by code point; emoji clusters play no part.
      '@typescript-eslint/no-misused-spread': 'off',
      // Checks at trust boundaries look needless to the type checker, which believes the types there.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Handlers given to elements may be async: React ignores what they return, and errors reach the boundary's listener.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...impurities, dateObjects] },
  },
  {
    files: ['shared/calendar/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...impurities] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [a11y.flatConfigs.recommended],
    plugins: { 'react-hooks': hooks },
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, ...rawMarkup],
      // The plugin's other rules ask for what React's compiler can rewrite. We do not use it, and a drag paints outside React.
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // On our own components `role` is a domain word: primary or secondary.
      'jsx-a11y/aria-role': ['error', { ignoreNonDOM: true }],
      // The grid pattern puts focus and keys on rows and cells, which this rule takes for plain boxes.
      'jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: [], roles: ['tabpanel', 'grid', 'gridcell', 'region', 'group'] },
      ],
      // React Aria manages focus when a dialog opens; autofocus inside it is its own mechanism.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
    },
  },
  {
    // Programs for a terminal speak through the console of their host.
    files: ['electron/command-line/**', 'electron/browser/**', 'electron/desktop/**', 'test/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // A test that reaches past the end should fail loudly, and does.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': 'off',
    },
  },
  {
    // Tools insist on a default export, and a file that Vite turns into a module has one.
    files: ['**/*.config.ts', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
