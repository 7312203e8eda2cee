export { mailApi } from './mail.api.ts';
export { DevMail, MailCategory, MailRow, MailStatus, MailTemplate } from './mail.model.ts';
