/** A piece of HTML in which every text is harmless. */
export interface Html {
  readonly html: string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');

type Value = string | number | Html | readonly (string | Html)[];

/** Joins markup and values; only values that are HTML themselves are taken as such. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const rendered = values.map((value) => [value].flat().map(harmless).join(''));
  return { html: parts.map((part, place) => part + (rendered[place] ?? '')).join('') };
}

const harmless = (value: string | number | Html): string =>
  typeof value === 'object' ? value.html : escaped(String(value));

/** A whole page of the documentation. */
export const page = (title: string, content: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Retail Performer</title>
        <link rel="stylesheet" href="/api/docs/style.css" />
      </head>
      <body>
        <header>
          <a href="/api/docs">Operations</a> <a href="/api/docs/errors">Errors</a>
          <a href="/api/openapi.json">OpenAPI 3.1</a>
        </header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.html;

/** The look of these pages. */
export const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
header { display: flex; gap: 1.5rem; padding: 1rem 1.5rem; border-bottom: 1px solid var(--line); }
main { max-width: 60rem; margin: 0 auto; padding: 0 1.5rem 4rem; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
article { margin: 1.5rem 0; padding-bottom: 1rem; border-bottom: 1px dotted var(--line); }
article:target { outline: 2px solid; outline-offset: .5rem; }
code, pre { font-family: ui-monospace, monospace; font-size: .9rem; }
pre { overflow-x: auto; padding: .75rem; border: 1px solid var(--line); border-radius: .25rem; }
h3 { margin-bottom: .25rem; font-size: 1rem; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
`;
