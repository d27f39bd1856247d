import { displayHost, parseHost } from '../../../server/src/engine/host';

describe('the address of an engine', () => {
  it.each([
    ['http://127.0.0.1:7700', 'http://127.0.0.1:7700'],
    ['https://search.example.org/', 'https://search.example.org'],
    ['https://example.org/search/', 'https://example.org/search'],
    ['127.0.0.1:7700', 'http://127.0.0.1:7700'],
    ['localhost:7700', 'http://localhost:7700'],
    [' meilisearch ', 'http://meilisearch'],
    ['HTTP://[::1]:7700', 'http://[::1]:7700'],
  ])('%j is read as %s', (given, address) => {
    expect(displayHost(parseHost(given))).toBe(address);
  });

  it.each([
    ['', 'No host is set.'],
    ['  ', 'No host is set.'],
    ['http://', 'The host "http://" is not an address.'],
    ['two words', 'The host "two words" is not an address.'],
    ['http://host:99999', 'The host "http://host:99999" is not an address.'],
    ['ftp://host', 'The host "ftp://host" must begin with http:// or https://.'],
    ['http://host/?a=b', 'The host "http://host/?a=b" must not hold a query or a fragment.'],
    ['http://me:secret@host', 'The host "http://…@host" must not hold a user name or a password.'],
    ['http://me:se cret@host:99999', 'The host "http://…@host:99999" is not an address.'],
  ])('%j is none: %s', (given, message) => {
    expect(() => parseHost(given)).toThrow(
      expect.objectContaining({ name: 'EngineError', fault: 'unavailable', code: 'invalid_host', message }),
    );
  });
});
