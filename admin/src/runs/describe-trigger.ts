import type { Trigger } from '../../../server/src/contract';
import { type Message, type MessageKey } from '../translations/translator';

const SOURCES: Record<Trigger['by'], MessageKey> = {
  admin: 'trigger.admin',
  schedule: 'trigger.schedule',
  boot: 'trigger.boot',
  config: 'trigger.config',
  cli: 'trigger.cli',
  api: 'trigger.api',
};

/** Who or what started a run. */
export function describeTrigger({ by, user }: Trigger): Message {
  return user === null ? { key: SOURCES[by] } : { key: 'trigger.user', values: { user } };
}
