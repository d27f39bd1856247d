import { type IntlShape, type PrimitiveType } from 'react-intl';
import { PLUGIN_ID } from '../pluginId';
import type en from './en.json';

/** Names a visible text; `en.json` lists them all. */
export type MessageKey = keyof typeof en;

export type MessageValues = Record<string, PrimitiveType>;

/** Gives the text of `key` in the admin's language, its placeholders filled in. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** A text that is still to be translated. */
export interface Message {
  key: MessageKey;
  values?: MessageValues;
}

/** Strapi merges the English texts under those of every other language, so each key has a text. */
export function createTranslate(intl: IntlShape): Translate {
  return (key, values) => intl.formatMessage({ id: `${PLUGIN_ID}.${key}` }, values);
}
