import type { Core } from '@strapi/types';

import type { GlobalOptions } from '../config/options';
import { composeMail, composePayload, type Digest } from './digest';

/** A way to tell somebody. */
export interface Channel {
  /** Ends the sentence "could not be sent …". */
  name: string;
  /** @throws whatever keeps it from being sent */
  send(digest: Digest): Promise<void>;
}

/** Milliseconds that a webhook may take to answer. */
const WEBHOOK_TIMEOUT = 10_000;

/** What Strapi's email plugin offers. */
interface EmailService {
  send(mail: { to: string; subject: string; text: string; html: string }): Promise<unknown>;
}

/** The channels that are configured: a mail for each address, so that a bad one costs the others nothing. */
export function createChannels(strapi: Core.Strapi, { email, webhook }: GlobalOptions['notify']): Channel[] {
  return [...email.map((to) => mailChannel(strapi, to)), ...(webhook === undefined ? [] : [webhookChannel(webhook)])];
}

function mailChannel(strapi: Core.Strapi, to: string): Channel {
  return {
    name: `by mail to ${to}`,
    async send(digest) {
      // Absent where the application has switched the plugin off.
      const plugin = strapi.plugins.email as { service(name: 'email'): EmailService } | undefined;
      if (!plugin) throw new Error("Strapi's email plugin is not there");
      await plugin.service('email').send({ to, ...composeMail(digest) });
    },
  };
}

function webhookChannel(url: string): Channel {
  return {
    // No more of the address: what follows may be a secret.
    name: `to the webhook at ${new URL(url).host}`,
    async send(digest) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(composePayload(digest)),
        signal: AbortSignal.timeout(WEBHOOK_TIMEOUT),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`it answers ${response.status}`);
    },
  };
}
