import { endpoints, page } from '../kernel/index.ts';
import { DevMail } from './mail.model.ts';

/** The mails of a development installation; unknown elsewhere. */
export const mailApi = endpoints({
  listDevMails: {
    method: 'GET',
    path: '/dev/mails',
    access: 'public',
    summary: 'The last 200 mails, newest first, on a development installation only',
    reply: page(DevMail),
  },
});
