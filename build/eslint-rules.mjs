/** House rules that no package has. */
import { basename, extname } from 'node:path';

/** kebab-case, with `.test` or `.d` allowed before the extension. */
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|d|config|story|bench))?$/;

export const fileName = {
  meta: {
    type: 'suggestion',
    docs: { description: 'files are named in kebab-case, so that none has two spellings' },
    messages: { kebab: '"{{name}}" is not kebab-case: a file has one spelling on every disk.' },
    schema: [],
  },
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename);
        if (!kebab.test(name.slice(0, -extname(name).length)))
          context.report({ node, messageId: 'kebab', data: { name } });
      },
    };
  },
};

export const emptyCatch = {
  meta: {
    type: 'problem',
    docs: { description: 'a caught error is handled, or a comment says why it need not be' },
    messages: {
      empty:
        'This catch swallows the error in silence: handle it, or say in a comment why nothing is to be done.',
    },
    schema: [],
  },
  create(context) {
    return {
      CatchClause(node) {
        if (node.body.body.length === 0 && context.sourceCode.getCommentsInside(node.body).length === 0)
          context.report({ node, messageId: 'empty' });
      },
    };
  },
};

export const houseRules = { rules: { 'file-name': fileName, 'empty-catch': emptyCatch } };
