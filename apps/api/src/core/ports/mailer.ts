/** One mail, ready to go. */
export interface OutgoingMail {
  /** The same for every try, so that a provider sends it once. */
  readonly id: string;
  readonly template: string;
  readonly to_email: string;
  readonly to_name: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/**
 * What became of a try: gone; refused for good; not now but later; the provider takes nothing from us for a while;
 * or nothing to send it by.
 */
export type Delivery =
  | { readonly outcome: 'sent'; readonly message_id: string | null }
  | { readonly outcome: 'refused' | 'failed'; readonly code: string }
  | { readonly outcome: 'paused'; readonly code: string; readonly seconds: number }
  | { readonly outcome: 'held' };

/** Carries mails to people; never throws, a failure is an outcome. */
export interface Mailer {
  readonly mode: 'on' | 'off';
  send(mail: OutgoingMail): Promise<Delivery>;
}
