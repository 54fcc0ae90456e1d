// Which rules the style sheets keep, for ./greensward lint.

/** Names as in GOV.UK Frontend: block, element and modifier (gs-legend__count, gs-tag--devolved). */
const CLASS = /^(?:[a-z][a-z0-9]*)(?:-[a-z0-9]+)*(?:__[a-z0-9]+(?:-[a-z0-9]+)*)?(?:--[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

export default {
  extends: ['stylelint-config-standard'],
  reportDescriptionlessDisables: true,
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  rules: {
    'color-hex-length': 'long',
    'selector-class-pattern': [
      CLASS,
      {message: (name) => `"${name}" is not named as block, block__element or block--modifier`},
    ],
    // Ranges such as (width <= 30em) are unknown to browsers of before 2023.
    'media-feature-range-notation': 'prefix',
  },
};
