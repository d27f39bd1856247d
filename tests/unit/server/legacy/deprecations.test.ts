import { createDeprecations } from '../../../../server/src/legacy/deprecations';

it('tells once of each name, and what to call', () => {
  const warnings: string[] = [];
  const deprecate = createDeprecations({ warn: (message) => warnings.push(message) });
  for (const name of ['add', 'remove', 'add']) deprecate(name, `better.${name}()`);
  expect(warnings).toEqual([
    'meilisearch: add is deprecated: call better.add()',
    'meilisearch: remove is deprecated: call better.remove()',
  ]);
});
