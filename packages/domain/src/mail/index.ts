export { mailApi } from './mail.api.ts';
export { DevMail, mailCategories, MailCategory, MailRow, MailStatus, MailTemplate, mailVersion } from './mail.model.ts';
