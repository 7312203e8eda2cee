import type { MailRow, MailTemplate } from '@retail-performer/domain/mail';
import { htmlOf, textOf } from './layout.ts';
import type { Links } from './links.ts';
import type { Message } from './message.ts';
import { adminAlert } from './templates/admin-alert.email.ts';
import { invitationManager, invitationSeller } from './templates/invitation.email.ts';
import { passwordChanged } from './templates/password-changed.email.ts';
import { passwordReset } from './templates/password-reset.email.ts';
import { securityAlert } from './templates/security-alert.email.ts';
import { silentSellers } from './templates/silent-sellers.email.ts';
import { spaceIdle } from './templates/space-idle.email.ts';
import { trialEnding, trialExpired } from './templates/trial.email.ts';
import { type Wording, wordingOf } from './templates/wording.ts';

/** A mail as it arrives. */
export interface Rendered {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly links: readonly string[];
}

/** What every mail of this installation is rendered with. */
export interface RenderSettings {
  readonly links: Links;
  readonly support_email: string | null;
}

const product = 'Retail Performer';

interface Template {
  readonly write: (wording: Wording) => Message;
  /** Where the button leads, with the token of the mail while it still has one. */
  readonly link: (links: Links, token: string | null) => string;
}

// Once it was sent, a mail has forgotten its token.
const byToken =
  (link: (links: Links, token: string) => string) =>
  (links: Links, token: string | null): string =>
    token === null ? links.home : link(links, token);
const joining = byToken((links, token) => links.invitation(token));
const home = (links: Links): string => links.home;
const billing = (links: Links): string => links.billing;

const templates: Readonly<Record<MailTemplate, Template>> = {
  invitation_manager: { write: invitationManager, link: joining },
  invitation_seller: { write: invitationSeller, link: joining },
  password_reset: { write: passwordReset, link: byToken((links, token) => links.passwordReset(token)) },
  password_changed: { write: passwordChanged, link: home },
  security_alert: { write: securityAlert, link: home },
  trial_ending: { write: trialEnding, link: billing },
  trial_expired: { write: trialExpired, link: billing },
  space_idle: { write: spaceIdle, link: home },
  silent_sellers: { write: silentSellers, link: home },
  admin_alert: { write: adminAlert, link: home },
};

/** Writes a mail in the language of its reader; without its token, gone once it was sent, the button leads home. */
export function renderMail(mail: MailRow, token: string | null, { links, support_email }: RenderSettings): Rendered {
  const { write, link } = templates[mail.template];
  const href = link(links, token);
  const message = write(wordingOf(mail, product, href));
  const head = { product, home: links.home, support_email };
  return {
    // A subject is one line of a header, whatever names contain.
    subject: message.subject.replaceAll(/\s+/g, ' '),
    html: htmlOf(message, head, mail.locale),
    text: textOf(message, head, mail.locale),
    links: [href],
  };
}
