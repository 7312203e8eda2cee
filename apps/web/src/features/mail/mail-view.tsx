import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormat } from '../../lib/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Etiquette } from '../../ui/etiquette.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Mail } from './mail.model.ts';

/** One mail as it would arrive, and its links, which work. */
export function MailView({ mail, onClose }: { readonly mail: Mail; readonly onClose: () => void }) {
  const { t } = useLingui();
  const { dateLong, time } = useFormat();
  const words: Readonly<Record<Mail['status'], string>> = {
    queued: t`En attente`,
    sent: t`Parti`,
    held: t`Gardé ici`,
    dead: t`Refusé`,
    expired: t`Périmé`,
    suppressed: t`Retenu`,
  };
  const [form, setForm] = useState<'html' | 'text'>('html');
  return (
    <article className="flex flex-col gap-4 rounded-m bg-surface p-5">
      <div className="md:hidden">
        <Button icon="left" onClick={onClose}>
          <Trans>Tous les mails</Trans>
        </Button>
      </div>
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="title-2">{mail.subject}</h2>
          <p className="text-small break-all text-ink-2">
            {mail.to_email} · {dateLong(mail.created_at)}, {time(mail.created_at)}
          </p>
        </div>
        <Etiquette>{words[mail.status]}</Etiquette>
      </header>
      {mail.links.length > 0 && (
        <section className="rounded-m bg-brand-tint p-4">
          <h3 className="text-label">
            <Trans>Liens de ce mail</Trans>
          </h3>
          <ul className="mt-1 flex flex-col gap-1">
            {mail.links.map((link) => (
              <li key={link}>
                {/* A whole page load: the link must do what it would do from a mail. */}
                <a href={link} className="break-all text-brand underline">
                  {link}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Segmented
        label={t`Version`}
        value={form}
        onChange={setForm}
        options={[
          ['html', 'HTML'],
          ['text', t`Texte`],
        ]}
      />
      {form === 'html' ? (
        <iframe
          title={t`Contenu du mail`}
          sandbox="allow-same-origin"
          srcDoc={undressed(mail.html)}
          onLoad={(event) => dress(event.currentTarget.contentDocument)}
          className="h-[36rem] w-full rounded-s border border-line bg-[#fff]"
        />
      ) : (
        <pre className="text-small whitespace-pre-wrap">{mail.text}</pre>
      )}
    </article>
  );
}

// A mail carries its styles in its text, which the policy of this page refuses: they are set aside, then applied as
// objects. The frame runs no script.
const undressed = (html: string): string =>
  html.replaceAll(/ style=/g, ' data-style=').replaceAll(/<(\/?)style\b/g, '<$1template');

function dress(mail: Document | null): void {
  const view = mail?.defaultView;
  if (!mail || !view) return;
  for (const element of mail.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? '';
  }
  mail.adoptedStyleSheets = [...mail.querySelectorAll('template')].map((style) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(style.content.textContent ?? '');
    return sheet;
  });
}
