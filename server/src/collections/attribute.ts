/** The part of an attribute in a schema that says what it holds. */
export interface Attribute {
  type: string;
  /** The content type that a relation leads to; a polymorphic one has none. */
  target?: string;
  component?: string;
}

const FILE = 'plugin::upload.file';

/** Whether an attribute holds entries, files or components, and no value of its own. */
export const leadsOn = ({ type }: Attribute): boolean =>
  ['relation', 'media', 'component', 'dynamiczone'].includes(type);

/** The schema of what an attribute leads to, where it is of one kind. */
export const targetOf = ({ type, target, component }: Attribute): string | undefined =>
  type === 'media' ? FILE : (target ?? component);
