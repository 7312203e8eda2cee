import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { mail } from 'virtual:contract/mail';
import { publicApi } from '../../lib/client.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { MailView } from './mail-view.tsx';

/** The mails of a development installation, which send nothing. */
export function Page() {
  const { t } = useLingui();
  const { time, date } = useFormat();
  const navigate = useNavigate();
  const { id } = useSearch({ from: '/dev/mails' });
  const mails = useQuery({
    queryKey: ['mail', 'dev'],
    queryFn: ({ signal }) => publicApi.call(mail.listDevMails, { signal }),
    select: ({ items }) => items,
    staleTime: 0,
  });
  const open = mails.data?.find((one) => one.id === id);

  return (
    <main id="main" className="mx-auto flex max-w-[1280px] flex-col gap-5 px-4 py-6 sm:px-7">
      <PageHeader
        title={t`Mails`}
        below={
          <p className="text-ink-2">
            <Trans>Installation de développement : rien ne part, tout se lit ici.</Trans>
          </p>
        }
        actions={
          <Button icon="retry" busy={mails.isFetching} onClick={() => void mails.refetch()}>
            <Trans>Relire</Trans>
          </Button>
        }
      />
      {mails.isPending && (
        <Loading>
          <Skeleton className="h-96" />
        </Loading>
      )}
      {mails.isError && <ErrorBlock problem={mails.error} onRetry={() => void mails.refetch()} />}
      {mails.isSuccess && mails.data.length === 0 && (
        <Empty
          title={t`Aucun mail pour l’instant.`}
          why={<Trans>Une invitation ou un mot de passe oublié en écrit un.</Trans>}
        />
      )}
      {mails.isSuccess && mails.data.length > 0 && (
        <div className="grid gap-5 md:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
          <ul className={`rows self-start overflow-hidden rounded-m bg-surface ${open ? 'max-md:hidden' : ''}`}>
            {mails.data.map((one) => (
              <li key={one.id}>
                <Link
                  to="/dev/mails"
                  search={{ id: one.id }}
                  className="block px-4 py-3 hover:bg-surface-2 aria-[current=page]:bg-brand-tint"
                >
                  <span className="text-label block">{one.subject}</span>
                  <span className="text-small block break-all text-ink-2">
                    {one.to_email} · {date(one.created_at)} {time(one.created_at)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          {open && <MailView mail={open} onClose={() => void navigate({ to: '/dev/mails', search: {} })} />}
        </div>
      )}
    </main>
  );
}
