/** What a mail says; the layout makes it readable with and without HTML. */
export interface Message {
  readonly subject: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly button: { readonly label: string; readonly href: string };
  /** What stands below the button. */
  readonly notes: readonly string[];
  /** Why the reader gets this mail. */
  readonly reason: string;
}

/** What every mail of this installation carries. */
export interface Letterhead {
  readonly product: string;
  readonly home: string;
  readonly support_email: string | null;
}
