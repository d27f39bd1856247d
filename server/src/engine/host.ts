import { EngineError } from './search-engine';

/**
 * Reads the address of a search engine as people write it: `http://` may be left out, a path is kept.
 *
 * @throws {@link EngineError} `invalid_host` where it cannot be one; its message shows no password.
 */
export function parseHost(host: string): URL {
  const given = host.trim();
  if (given === '') throw invalidHost('No host is set.');
  const shown = given.replace(/^(\w+:\/\/)?.*@/, '$1…@');

  const address = given.includes('://') ? given : `http://${given}`;
  if (!URL.canParse(address)) throw invalidHost(`The host "${shown}" is not an address.`);
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw invalidHost(`The host "${shown}" must begin with http:// or https://.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw invalidHost(`The host "${shown}" must not hold a user name or a password.`);
  }
  if (url.search !== '' || url.hash !== '') {
    throw invalidHost(`The host "${shown}" must not hold a query or a fragment.`);
  }
  return url;
}

/** The address for messages: as configured, without a slash at its end. */
export function displayHost(host: URL): string {
  return host.href.replace(/\/+$/, '');
}

// Nothing is wrong with what was to be sent: it waits, as for an engine that is away, until the address is mended.
function invalidHost(message: string): EngineError {
  return new EngineError('unavailable', 'invalid_host', message);
}
