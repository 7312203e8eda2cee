/** The addresses of links in mails; their token stands after the `#`, which no browser sends to a server. */
export function linksAt(frontendUrl: string) {
  const base = frontendUrl.replace(/\/+$/, '');
  return {
    home: base,
    /** Where an owner sees and changes what he pays. */
    billing: `${base}/network/billing`,
    invitation: (token: string): string => `${base}/invite#${token}`,
    passwordReset: (token: string): string => `${base}/reset-password#${token}`,
  };
}
export type Links = ReturnType<typeof linksAt>;
