import type { Settings } from '../../../../server/src/contract';
import { type SettingsInput } from '../../api/client';
import { type MessageKey } from '../../translations/translator';

/** What the form holds; Strapi's forms say `null` for an empty field. */
export interface SettingsValues {
  host: string | null;
  apiKey: string | null;
}

/** The key never leaves the server, so its field always starts empty. */
export function initialValues({ host }: Settings): SettingsValues {
  return { host: host === '' ? null : host, apiKey: null };
}

/** What is sent for these values: without a key the stored one stays, as long as the host does. */
export function settingsInput({ host, apiKey }: SettingsValues): SettingsInput {
  return { host: host?.trim() ?? '', ...(apiKey === null ? {} : { apiKey }) };
}

/** Whether a verdict on `tested` still speaks of what the form holds. */
export function sameInput(tested: SettingsInput | undefined, current: SettingsInput): boolean {
  return tested?.host === current.host && tested.apiKey === current.apiKey;
}

/** What is said below the field of the key, which never shows one. */
export function keyHint({ apiKeySet, source, host }: Settings, values: SettingsValues): MessageKey {
  if (!apiKeySet) return 'settings.apiKey.unset';
  if (source === 'file') return 'settings.apiKey.setInFile';
  const input = settingsInput(values);
  // A key goes to no host that it was not entered for: the server removes it where another one is saved without a key.
  const isLost = input.host !== host && input.apiKey === undefined;
  return isLost ? 'settings.apiKey.otherHost' : 'settings.apiKey.set';
}
