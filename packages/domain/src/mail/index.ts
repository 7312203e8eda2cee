export { mailApi } from './mail.api.ts';
export {
  DevMail,
  mailCategories,
  MailCategory,
  MailRow,
  MailStatus,
  MailTemplate,
  MailVariables,
  mailVersion,
} from './mail.model.ts';
