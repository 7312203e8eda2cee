import { mailApi } from '@retail-performer/domain/mail';
import type { Mount } from '../../core/http/mount.ts';
import type { DevMailService } from './dev-mail.service.ts';

/** Serves the mails of a development installation. */
export const mailRoutes = (mount: Mount, mails: DevMailService): void =>
  mount(mailApi, { listDevMails: () => mails.list() });
