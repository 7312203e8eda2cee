import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { SubmitEvent } from 'react';
import { textOf } from '../../lib/use-submit.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { Check } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { workspaces } from './admin.queries.ts';
import { WorkspaceTable } from './workspace-table.tsx';

/** Every customer, searched and paged by the server. */
export function Page() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/admin/admin/workspaces' });
  const { cursor: _, ...first } = search;
  const list = useQuery({ ...workspaces(search), placeholderData: keepPreviousData });

  const find = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const q = textOf(form, 'q').trim();
    void navigate({
      to: '/admin/workspaces',
      search: { ...(q === '' ? {} : { q }), ...(form.get('deleted') === 'on' ? { deleted: true as const } : {}) },
    });
  };

  return (
    <div className="flex flex-col gap-5">
      <PageHeader title={t`Espaces`} place={t`Administration`} />
      <form onSubmit={find} role="search" className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <input
          key={search.q ?? ''}
          type="search"
          name="q"
          defaultValue={search.q ?? ''}
          aria-label={t`Nom de l’enseigne ou du gérant, ou e-mail exact`}
          placeholder={t`Enseigne, gérant ou e-mail exact`}
          maxLength={100}
          className="text-body min-h-12 min-w-0 flex-1 basis-64 rounded-s border border-line-strong bg-surface px-3 placeholder:text-ink-3 md:max-w-md"
        />
        <Button type="submit" icon="search">
          <Trans>Rechercher</Trans>
        </Button>
        <Check name="deleted" defaultChecked={search.deleted ?? false} label={t`Avec les espaces supprimés`} />
      </form>
      {list.isPending && (
        <Loading>
          <Skeleton className="h-96" />
        </Loading>
      )}
      {list.isError && <ErrorBlock problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.data.items.length === 0 && (
        <Empty
          title={search.q === undefined ? t`Aucun espace.` : t`Aucun résultat pour « ${search.q} ».`}
          action={
            search.q !== undefined && (
              <ButtonLink to="/admin/workspaces" search={{}}>
                <Trans>Effacer la recherche</Trans>
              </ButtonLink>
            )
          }
        />
      )}
      {list.isSuccess && list.data.items.length > 0 && (
        <>
          <p role="status" className="text-ink-2">
            <Plural value={list.data.items.length} one="# espace sur cette page" other="# espaces sur cette page" />
          </p>
          <WorkspaceTable items={list.data.items} />
          <div className="flex flex-wrap gap-3">
            {search.cursor !== undefined && (
              <ButtonLink to="/admin/workspaces" search={first} icon="left">
                <Trans>Première page</Trans>
              </ButtonLink>
            )}
            {list.data.next !== null && (
              <ButtonLink to="/admin/workspaces" search={{ ...search, cursor: list.data.next }} icon="right">
                <Trans>Suivants</Trans>
              </ButtonLink>
            )}
          </div>
        </>
      )}
    </div>
  );
}
