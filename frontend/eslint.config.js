// Which rules the modules keep, for ./greensward lint.
import js from '@eslint/js';
import globals from 'globals';
import {purposeFirst} from './lint/purpose-first.js';

const MARKUP = 'Text is always text, never markup: see common/dom.js.';

export default [
  js.configs.recommended,
  {
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    plugins: {greensward: {rules: {'purpose-first': purposeFirst}}},
    rules: {
      'greensward/purpose-first': 'error',

      // Mistakes
      'array-callback-return': 'error',
      'consistent-return': 'error',
      'default-case-last': 'error',
      'default-param-last': 'error',
      eqeqeq: 'error',
      'no-console': ['error', {allow: ['error']}],
      'no-constructor-return': 'error',
      'no-duplicate-imports': 'error',
      'no-loop-func': 'error',
      'no-param-reassign': 'error',
      'no-return-assign': 'error',
      'no-self-compare': 'error',
      'no-sequences': 'error',
      'no-shadow': 'error',
      'no-template-curly-in-string': 'error',
      'no-throw-literal': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-unreachable-loop': 'error',
      'no-unused-expressions': 'error',
      'no-use-before-define': ['error', {functions: false, variables: false}],
      'no-useless-assignment': 'error',
      'prefer-promise-reject-errors': 'error',
      radix: 'error',
      'require-await': 'error',

      // What the content security policy refuses, or would let markup in
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-properties': ['error',
        {property: 'innerHTML', message: MARKUP},
        {property: 'outerHTML', message: MARKUP},
        {property: 'insertAdjacentHTML', message: MARKUP},
        {object: 'document', property: 'write', message: MARKUP}],

      // One way to write a thing
      'arrow-body-style': 'error',
      curly: 'error',
      'dot-notation': 'error',
      'logical-assignment-operators': 'error',
      'no-else-return': 'error',
      'no-extra-bind': 'error',
      'no-implicit-coercion': 'error',
      'no-lonely-if': 'error',
      'no-undef-init': 'error',
      'no-unneeded-ternary': 'error',
      'no-useless-computed-key': 'error',
      'no-useless-concat': 'error',
      'no-useless-rename': 'error',
      'no-useless-return': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'operator-assignment': 'error',
      'prefer-arrow-callback': 'error',
      'prefer-const': 'error',
      'prefer-destructuring': 'error',
      'prefer-exponentiation-operator': 'error',
      'prefer-object-has-own': 'error',
      'prefer-object-spread': 'error',
      'prefer-rest-params': 'error',
      'prefer-spread': 'error',
      'prefer-template': 'error',
      yoda: 'error',

      // Small enough to be read at once
      complexity: 'error',
      'max-depth': 'error',
    },
  },
  {files: ['static/js/**'], languageOptions: {globals: globals.browser}},
];
