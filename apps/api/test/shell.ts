import { spawnSync } from 'node:child_process';
import type { InjectOptions } from 'fastify';

/** The blocks of one language in a page of Markdown, each with the next block of another one behind it. */
export function blocksOf(page: string, language: string): readonly { readonly text: string; readonly next: string }[] {
  const all = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({ kind, text }));
  return all.flatMap(({ kind, text }, place) => (kind === language ? { text, next: all[place + 1]?.text ?? '' } : []));
}

/** What a `curl` of a shell script would send: the shell itself reads the script, only the sending is left out. */
export function requestOf(script: string, variables: Readonly<Record<string, string>>): InjectOptions {
  // Reads its input only where it is told to, as curl does.
  const curl = String.raw`curl() { printf '%s\0' "$@"; for each in "$@"; do if [ "$each" = "@-" ]; then printf '\1'; cat; fi; done; }`;
  const { stdout, status, stderr } = spawnSync('sh', ['-euc', `${curl}\n${script}`], {
    env: variables,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The shell refused this: ${stderr}`);
  const [words = '', input = ''] = stdout.split('\u0001');
  return built(words.split('\0').slice(0, -1), input);
}

function built(words: readonly string[], input: string): InjectOptions {
  const headers: Record<string, string> = {};
  const data: string[] = [];
  let [method, address, inQuery] = ['', '', false];
  const left = words[Symbol.iterator]();
  const value = () => String(left.next().value);
  for (const word of left) {
    if (word === '-H') {
      const [name = '', ...rest] = value().split(': ');
      headers[name.toLowerCase()] = rest.join(': ');
    } else if (word === '-X') method = value();
    else if (word === '-d') data.push(value() === '@-' ? input : '');
    else if (word === '--data-urlencode') data.push(encoded(value()));
    else if (word === '-G') inQuery = true;
    else if (word !== '-sS') address = word;
  }
  const { pathname, search } = new URL(address);
  const query = inQuery ? `?${data.join('&')}` : search;
  const payload = inQuery || data.length === 0 ? {} : { payload: data.join('&') };
  // The names of methods are those of curl's own.
  const verb = method === '' ? (payload.payload === undefined ? 'GET' : 'POST') : method === 'POST' ? 'POST' : 'PUT';
  return { method: verb, url: `${pathname}${query}`, headers, ...payload };
}

function encoded(pair: string): string {
  const [name = '', ...rest] = pair.split('=');
  return `${name}=${encodeURIComponent(rest.join('='))}`;
}

/** Whether an answer is as it was written down, where `…` stands for any text. */
export function isAsWritten(answer: unknown, written: unknown): boolean {
  if (written === '…') return typeof answer === 'string' && answer !== '';
  if (Array.isArray(written)) {
    return (
      Array.isArray(answer) &&
      answer.length === written.length &&
      written.every((each, place) => isAsWritten(answer[place], each))
    );
  }
  if (typeof written === 'object' && written !== null) {
    if (typeof answer !== 'object' || answer === null) return false;
    const [names, found] = [Object.keys(written), Object.entries(answer)];
    return (
      found.length === names.length &&
      found.every(
        ([name, value]) =>
          names.includes(name) && isAsWritten(value, Object.entries(written).find(([key]) => key === name)?.[1]),
      )
    );
  }
  return Object.is(answer, written);
}
