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

/** What is sent for these values: an empty key means the stored one. */
export function settingsInput({ host, apiKey }: SettingsValues): SettingsInput {
  return { host: host?.trim() ?? '', ...(apiKey === null ? {} : { apiKey }) };
}

/** Whether a verdict on `tested` still speaks of what the form holds. */
export function sameInput(tested: SettingsInput | undefined, current: SettingsInput): boolean {
  return tested?.host === current.host && tested.apiKey === current.apiKey;
}

/** What is said below the field of the key, which never shows one. */
export function keyHint({ apiKeySet, source, host }: Settings, { host: entered, apiKey }: SettingsValues): MessageKey {
  if (!apiKeySet) return 'settings.apiKey.unset';
  if (source === 'file') return 'settings.apiKey.setInFile';
  // A stored key is never sent to a host that it was not stored for, unless an admin saves that host.
  return entered !== host && apiKey === null ? 'settings.apiKey.otherHost' : 'settings.apiKey.set';
}
