// A rule for ESLint: the first line of a module is a comment that says what the module is for.

export const purposeFirst = {
  meta: {
    type: 'suggestion',
    docs: {description: 'The first line of a module says what it is for.'},
    messages: {missing: 'Say on the first line, after //, what this module is for.'},
    schema: [],
  },
  create: (context) => ({
    Program(node) {
      const [first] = context.sourceCode.getAllComments();
      const said = first?.type === 'Line' && first.range[0] === 0 && /^ [A-Z].*[.:]$/.test(first.value);
      if (!said) {
        context.report({node, loc: {line: 1, column: 0}, messageId: 'missing'});
      }
    },
  }),
};
