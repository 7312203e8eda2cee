import type { Environment } from './config-values.ts';

// Which variables make no sense without which others.
const companions: Readonly<Record<string, readonly string[]>> = {
  STRIPE_API_KEY: ['STRIPE_WEBHOOK_SECRET'],
  STRIPE_WEBHOOK_SECRET: ['STRIPE_API_KEY'],
  BREVO_API_KEY: ['SENDER_EMAIL', 'SENDER_NAME'],
  SMTP_URL: ['SENDER_EMAIL', 'SENDER_NAME'],
  DEFAULT_ADMIN_EMAIL: ['DEFAULT_ADMIN_PASSWORD'],
  DEFAULT_ADMIN_PASSWORD: ['DEFAULT_ADMIN_EMAIL'],
};

const secrets = ['JWT_SECRET', 'JWT_SECRET_PREVIOUS', 'APP_SECRET', 'DEFAULT_ADMIN_PASSWORD'];
const example = /change.?me|example|only-for-tests|your.?secret|placeholder|^secret|^password|motdepasse/i;

/** The problems that show only between variables, or in production; one line each. */
export function faultsBetween(environment: Environment): readonly string[] {
  const given = (name: string): boolean => environment[name] !== undefined;
  const half = Object.entries(companions).flatMap(([name, others]) =>
    others.filter((other) => given(name) && !given(other)).map((other) => `${other}: is required with ${name}`),
  );
  const rates = environment.STRIPE_TAX_MODE === 'rates' && !given('STRIPE_TAX_RATE_ID');
  return [
    ...half,
    ...(rates ? ['STRIPE_TAX_RATE_ID: is required with STRIPE_TAX_MODE=rates'] : []),
    ...(given('BREVO_API_KEY') && given('SMTP_URL') ? ['SMTP_URL: choose it or BREVO_API_KEY, not both'] : []),
    ...((environment.APP_ENV ?? 'production') === 'production' ? faultsOfProduction(environment) : []),
  ];
}

function faultsOfProduction(environment: Environment): readonly string[] {
  const address = environment.FRONTEND_URL;
  return [
    ...secrets
      .filter((name) => example.test(environment[name] ?? ''))
      .map((name) => `${name}: is an example, which everybody knows`),
    ...(address?.startsWith('https://') ? [] : ['FRONTEND_URL: is required in production, with https://']),
  ];
}
