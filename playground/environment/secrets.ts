import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { dataDirectory } from './paths';

const secretNames = [
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'APP_KEYS',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
] as const;

type SecretName = (typeof secretNames)[number];
type Secrets = Record<SecretName, string>;

const secretsFile = path.join(dataDirectory, 'secrets.json');

let kept: Secrets | undefined;

/**
 * The secret of this name: from the environment, else one made for this checkout at the first start and kept in
 * the data folder, so that sessions and tokens outlive a restart.
 */
export function secret(name: SecretName): string {
  const given = process.env[name];
  if (given) return given;
  kept ??= readOrCreateSecrets();
  return kept[name];
}

function readOrCreateSecrets(): Secrets {
  if (!fs.existsSync(secretsFile)) createSecretsFile();
  return JSON.parse(fs.readFileSync(secretsFile, 'utf8')) as Secrets;
}

/** Several processes may start at once: each writes a file of its own, and only the first one gets the name. */
function createSecretsFile(): void {
  fs.mkdirSync(dataDirectory, { recursive: true });
  const draft = `${secretsFile}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const secrets = Object.fromEntries(secretNames.map((name) => [name, randomBytes(32).toString('base64url')]));
  fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  try {
    fs.linkSync(draft, secretsFile);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.unlinkSync(draft);
  }
}
