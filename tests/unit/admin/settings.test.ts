import { describeVerdict } from '../../../admin/src/pages/Settings/describe-verdict';
import { initialValues, keyHint, sameInput, settingsInput } from '../../../admin/src/pages/Settings/settings-values';
import { someSettings } from './factories';

describe('the form of the settings', () => {
  it('starts with the host and without the key', () => {
    expect(initialValues(someSettings())).toEqual({ host: 'http://localhost:7700', apiKey: null });
    expect(initialValues(someSettings({ host: '' }))).toEqual({ host: null, apiKey: null });
  });

  it('sends a key only if one was entered', () => {
    expect(settingsInput({ host: ' http://a ', apiKey: null })).toEqual({ host: 'http://a' });
    expect(settingsInput({ host: 'http://a', apiKey: 'k' })).toEqual({ host: 'http://a', apiKey: 'k' });
    expect(settingsInput({ host: null, apiKey: null })).toEqual({ host: '' });
  });

  it('lets go of a verdict as soon as what was tested is no longer what is entered', () => {
    const tested = { host: 'http://a', apiKey: 'k' };
    expect(sameInput(tested, { host: 'http://a', apiKey: 'k' })).toBe(true);
    expect(sameInput(tested, { host: 'http://b', apiKey: 'k' })).toBe(false);
    expect(sameInput(tested, { host: 'http://a' })).toBe(false);
    expect(sameInput(undefined, { host: 'http://a' })).toBe(false);
  });

  it.each([
    ['there is no key', { apiKeySet: false }, {}, 'settings.apiKey.unset'],
    ['there is one', {}, {}, 'settings.apiKey.set'],
    ['there is one in the file', { source: 'file' }, {}, 'settings.apiKey.setInFile'],
    ['the stored key is for another host', {}, { host: 'http://other' }, 'settings.apiKey.otherHost'],
    [
      'there is one, whatever blanks stand around its host',
      {},
      { host: ' http://localhost:7700 ' },
      'settings.apiKey.set',
    ],
    ['another host comes with a key', {}, { host: 'http://other', apiKey: 'k' }, 'settings.apiKey.set'],
  ] as const)('says below the key that %s', (_, stored, entered, key) => {
    const settings = someSettings(stored);
    expect(keyHint(settings, { ...initialValues(settings), ...entered })).toBe(key);
  });
});

describe('the verdict on a connection', () => {
  const good = { reachable: true, version: '1.14.0', error: null, missingKeyActions: [] };

  it.each([
    ['works', good, 'success', 'verdict.goodVersion'],
    ['works, of an unknown version', { ...good, version: null }, 'success', 'verdict.good'],
    ['is away', { ...good, reachable: false, error: 'ECONNREFUSED' }, 'danger', 'verdict.away'],
    ['refuses the key', { ...good, error: 'invalid key', missingKeyActions: ['search'] }, 'danger', 'verdict.refused'],
    ['has a key that may too little', { ...good, missingKeyActions: ['search'] }, 'warning', 'verdict.missing'],
  ])('says that the engine %s', (_, verdict, tone, key) => {
    expect(describeVerdict(verdict)).toMatchObject({ tone, title: { key } });
  });
});
