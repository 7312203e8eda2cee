import type { Config } from './config.ts';

/** What an operator is told at start: where, on which data, and what each missing key means; a line each. */
export function announced(config: Config, addresses: readonly string[]): readonly string[] {
  const { billing, mail, ai } = config.features;
  return [
    `Retail Performer listens on ${addresses.join(', ')} (${config.APP_ENV}, workers: ${config.WORKERS})`,
    `Data: ${withoutPassword(config.DATABASE_URL)}`,
    ...(billing === 'off' ? ['Billing is off: STRIPE_API_KEY is not set'] : []),
    ...(mail === 'off' ? ['Mail is held, not sent: neither BREVO_API_KEY nor SMTP_URL is set'] : []),
    ...(ai === 'rules' ? ['Texts are written by rules: OPENAI_API_KEY is not set'] : []),
    ...(config.METRICS_PORT === undefined ? [] : [`Metrics: http://${config.HOST}:${config.METRICS_PORT}/metrics`]),
    ...(config.MONGO_ALLOW_STANDALONE ? ['A lone MongoDB server is allowed: faults may leave half of a change'] : []),
  ];
}

const withoutPassword = (url: string): string => url.replace(/\/\/[^@/]*@/, '//***@');
