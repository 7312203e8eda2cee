import { notFound } from '@retail-performer/domain/kernel';
import type { DevMail } from '@retail-performer/domain/mail';
import type { SecretBox } from '../../core/security/secret-box.ts';
import type { Unit } from '../../core/unit.ts';
import type { OutboxRepository } from './outbox.repository.ts';
import { renderMail, type RenderSettings } from './render.ts';

interface Deps {
  readonly data: Unit<{ readonly outbox: OutboxRepository }>;
  readonly box: SecretBox;
  readonly settings: RenderSettings;
  readonly environment: 'development' | 'test' | 'production';
}

const shown = 200;

/** Shows a developer the mails of his own installation. */
export function devMailService({ data, box, settings, environment }: Deps) {
  return {
    /** The last mails with working links, newest first; elsewhere than on a development installation unknown. */
    async list(): Promise<{ items: DevMail[]; next_cursor: null }> {
      if (environment === 'production') throw notFound('route');
      const mails = await data.read.outbox.findLast(shown);
      const items = mails.map((mail): DevMail => {
        const token = mail.secret_enc === null ? null : box.open(mail.secret_enc, mail.id);
        const { id, template, locale, to_email, status, created_at } = mail;
        const { subject, html, text, links } = renderMail(mail, token, settings);
        const told = status === 'sending' ? 'queued' : status;
        return { id, template, locale, to_email, subject, html, text, links: [...links], status: told, created_at };
      });
      return { items, next_cursor: null };
    },
  };
}
export type DevMailService = ReturnType<typeof devMailService>;
