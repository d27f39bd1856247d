import { problemAt } from '../config/problems';
import type { ConfiguredCollection } from '../config/read-options';
import type { ConfigProblem } from '../contract';
import { ALWAYS, droppedConditions, type FilterableSchema } from './check-filters';
import { type Misnomer, misnomers } from './check-names';

/**
 * What the options of a collection name and its schema does not have. Strapi passes over it in silence: what was to be left
 * out would be pushed, and what was to be embedded would be missing.
 * @param schemaOf - the schema of a content type or component
 */
export function schemaProblems(
  { options, path }: Pick<ConfiguredCollection, 'options' | 'path'>,
  contentType: FilterableSchema & { uid: string },
  schemaOf: (uid: string) => FilterableSchema | undefined,
): ConfigProblem[] {
  const { entriesQuery, noSanitizePrivateFields } = options;
  const { uid, attributes } = contentType;
  const isField = (name: string) => name === '*' || ALWAYS.has(name) || Object.hasOwn(attributes, name);
  const leadsFromField = (name: string) => isField(name.split('.', 1).join());
  const problems = (option: readonly string[], found: readonly Misnomer[], allowed = `fields of ${uid}`) =>
    found.map((misnomer) => problemAt([...path, ...option, ...misnomer.path], misnomer.given, allowed));

  return [
    ...problems(
      ['entriesQuery', 'filters'],
      droppedConditions(entriesQuery.filters, contentType, schemaOf),
      `fields of ${uid} that one can filter by, and Strapi's operators`,
    ),
    ...problems(['entriesQuery', 'fields'], misnomers(entriesQuery.fields, isField)),
    ...problems(['entriesQuery', 'populate'], misnomers(entriesQuery.populate, leadsFromField)),
    ...problems(['noSanitizePrivateFields'], misnomers(noSanitizePrivateFields, isField)),
  ];
}
