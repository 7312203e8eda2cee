import { brevoMailer } from './adapters/brevo.mailer.ts';
import { outboxMailer } from './adapters/outbox.mailer.ts';
import { smtpMailer } from './adapters/smtp.mailer.ts';
import { backgroundWork } from './core/background.ts';
import type { Config } from './core/config.ts';
import type { Mailer } from './core/ports/mailer.ts';
import { accessTokens } from './core/security/access-tokens.ts';
import { refreshTokens } from './core/security/refresh-tokens.ts';
import { secretBox } from './core/security/secret-box.ts';
import type { System } from './core/system.ts';
import type { Unit } from './core/unit.ts';
import { acceptanceService } from './features/auth/acceptance.service.ts';
import { adminAccountService } from './features/auth/admin-account.service.ts';
import { forgotService } from './features/auth/forgot.service.ts';
import { identityService } from './features/auth/identity.service.ts';
import { loginService } from './features/auth/login.service.ts';
import { invitationLinkService } from './features/auth/invitation-link.service.ts';
import { logoutService } from './features/auth/logout.service.ts';
import { meService } from './features/auth/me.service.ts';
import { ownSessionService } from './features/auth/own-session.service.ts';
import { passwordService } from './features/auth/password.service.ts';
import { profileService } from './features/auth/profile.service.ts';
import { refreshCookie } from './features/auth/refresh.cookie.ts';
import { refreshClaimService } from './features/auth/refresh-claim.service.ts';
import { refreshService } from './features/auth/refresh.service.ts';
import { registrationService } from './features/auth/registration.service.ts';
import { resetService } from './features/auth/reset.service.ts';
import { sessionService } from './features/auth/session.service.ts';
import { settlementService } from './features/auth/settlement.service.ts';
import { signInGuardService } from './features/auth/sign-in-guard.service.ts';
import type { BillingService } from './features/billing/billing.service.ts';
import { deliveryService } from './features/mail/delivery.service.ts';
import { devMailService } from './features/mail/dev-mail.service.ts';
import { linksAt } from './features/mail/links.ts';
import { mailQueueService } from './features/mail/mail-queue.service.ts';
import { invitationService } from './features/people/invitation.service.ts';
import type { Records } from './records.ts';

interface Outside {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly config: Config;
  readonly billing: BillingService;
  /** Whether a demonstration still lives; asking is a use of it. */
  readonly isDemoAlive: (workspace_id: string) => Promise<boolean>;
  /** Hears of failures of work that goes on after its answer. */
  readonly report: (name: string, error: unknown) => void;
}

/** The services of accounts and people: who signs in, who calls, who is invited. */
export function accountServices({ data, system, config, billing, isDemoAlive, report }: Outside) {
  const { RATE_LIMIT_SCALE: scale, features, DEMO_ENABLED: demo } = config;
  const { counters } = data.read;
  const access = accessTokens({
    secret: config.JWT_SECRET,
    previous: config.JWT_SECRET_PREVIOUS,
    ttl: config.ACCESS_TOKEN_TTL,
    system,
  });
  const tokens = refreshTokens(config.APP_SECRET);
  const box = secretBox(config.APP_SECRET, 'mail', system);
  const links = linksAt(config.FRONTEND_URL);
  const background = backgroundWork(report);
  const mailer = mailerOf(config);
  const mails = mailQueueService({ mode: mailer.mode, box, system });
  const settings = { links, support_email: config.SUPPORT_EMAIL ?? null };
  const mayReceive = async (user_id: string) => {
    const user = await data.read.users.get(user_id);
    return user !== null && ['invited', 'active'].includes(user.status) && !user.is_demo;
  };
  const tell = (what: string, code: string) => report(what, new Error(code));
  const delivery = deliveryService({ data, system, mailer, box, settings, mayReceive, report: tell });
  const devMails = devMailService({ data, box, settings, environment: config.APP_ENV });
  const invitations = invitationService({ data, system, mails, links, ...billing });

  const sessions = sessionService({ system, access, refresh: tokens });
  const settlement = settlementService({ data, system, ...billing });
  const identity = identityService({ data, system, access, isDemoAlive, ...billing, ...settlement });
  const people = meService({ data, system, ...billing, features: { ...features, mail: mailer.mode, demo } });
  const claims = refreshClaimService({ data, tokens });
  const guard = signInGuardService({ counters, scale });
  const ttl_minutes = config.RESET_TTL_MINUTES;
  const accounts = {
    login: loginService({ data, system, sessions, guard, people }),
    registration: registrationService({ data, system, sessions, people, ...billing }),
    acceptance: acceptanceService({ data, system, sessions, people, ...billing }),
    forgot: forgotService({ data, system, mails, counters, background, ttl_minutes, scale }),
    reset: resetService({ data, system, mails, guard }),
    refresh: refreshService({ data, system, claims, sessions, mails, counters, scale }),
    logout: logoutService({ data, system, access, claims }),
    ownSessions: ownSessionService({ data, system }),
    profile: profileService({ data, system, people }),
    passwords: passwordService({ data, system, sessions, guard, mails }),
    invitationLinks: invitationLinkService({ data, system }),
    people,
    cookie: refreshCookie(config),
  };
  const admins = adminAccountService({ data, system });
  return { accounts, admins, sessions, identity, invitations, mails, delivery, devMails, links, background };
}

/** What carries mails here: a provider where one is set, else nothing. */
function mailerOf(config: Config): Mailer {
  const { BREVO_API_KEY: key, BREVO_API_URL, SMTP_URL, SENDER_EMAIL: email, SENDER_NAME: name } = config;
  if (email === undefined || name === undefined) return outboxMailer;
  const from = { sender: { email, name }, reply_to: config.SUPPORT_EMAIL };
  if (key !== undefined) return brevoMailer({ url: BREVO_API_URL, key, ...from });
  return SMTP_URL === undefined ? outboxMailer : smtpMailer({ url: SMTP_URL, ...from });
}
