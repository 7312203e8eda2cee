import {
  type ExportFormat,
  type ExportGroup,
  type ExportLine,
  type ExportQuery,
  type ExportView,
  exportColumns,
  maxExportLines,
  type OwnExportQuery,
} from '@retail-performer/domain/exports';
import {
  businessDay,
  type Day,
  type FileAnswer,
  invalid,
  type Locale,
  mediaTypes,
  notFound,
  parsePeriod,
  periodOn,
  type Span,
  type Text,
} from '@retail-performer/domain/kernel';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf, tenantOf } from '../../core/scope.ts';
import { requireNotDemo } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { EntryRepository } from '../kpis/entry.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { StoreService } from '../stores/store.service.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import { csvParts } from './export-csv.ts';
import { dayLines } from './export-days.ts';
import { ownLines } from './export-own.ts';
import { entryLines, sellerLines } from './export-people.ts';
import { daysOfStores, type ExportRecords, type Lines, type Reach } from './export-reach.ts';
import { xlsxParts } from './export-xlsx.ts';

interface Deps {
  readonly data: Unit<
    ExportRecords & {
      readonly entries: Pick<EntryRepository, 'findMany'>;
      readonly stores: Pick<StoreRepository, 'findAll' | 'findMany'>;
      readonly workspaces: Pick<WorkspaceRepository, 'find'>;
    }
  >;
  readonly stores: Pick<StoreService, 'get'>;
  readonly system: System;
}

type Member = ActorOf<'gerant' | 'manager' | 'seller'>;

// The hour at which a workspace begins its day; each store may have its own.
const cutoff_hour = 4;

/** Figures as files, with the sums of the screens that show them. */
export function exportService({ data, stores, system }: Deps) {
  const { read } = data;

  async function workspaceOf({ workspace_id }: Member) {
    const workspace = await read.workspaces.find(workspace_id);
    if (workspace === null) throw notFound('workspace');
    return { ...workspace, today: businessDay(system.now(), { timezone: workspace.timezone, cutoff_hour }) };
  }

  async function linesOf(actor: Member, group: ExportGroup, span: Span, some: readonly StoreRow[]) {
    const elapsed = daysOfStores(span, some, system.now());
    const reach: Reach = { scope: scopeOf(actor), tenant: tenantOf(actor), group, stores: some, ...elapsed };
    if (group === 'seller') return sellerLines(read, reach);
    return group === 'entry' ? entryLines(read, reach) : dayLines(read, reach);
  }

  return {
    /** One store's figures, whatever became of the store. */
    async exportStore(
      actor: ActorOf<'gerant' | 'manager'>,
      store_id: string,
      { p, group, format }: ExportQuery,
      locale: Locale,
    ): Promise<FileAnswer> {
      const store = await stores.get(actor, store_id);
      requireNotDemo(actor);
      const span = spanOf(p, businessDay(system.now(), store));
      const lines = await linesOf(actor, group, span, [store]);
      return fileOf(lines, { view: 'store', group, format, locale, title: store.name, span });
    },

    /** The figures of all stores, closed ones included; each is cut at its own today. */
    async exportNetwork(
      actor: ActorOf<'gerant'>,
      { p, group, format }: ExportQuery,
      locale: Locale,
    ): Promise<FileAnswer> {
      requireNotDemo(actor);
      const { today, name } = await workspaceOf(actor);
      const span = spanOf(p, today);
      const lines = await linesOf(actor, group, span, await read.stores.findAll(scopeOf(actor)));
      return fileOf(lines, { view: 'network', group, format, locale, title: name, span });
    },

    /** The seller's own figures, those of former stores included. */
    async exportMine(
      actor: ActorOf<'seller'>,
      { p, group, format }: OwnExportQuery,
      locale: Locale,
    ): Promise<FileAnswer> {
      requireNotDemo(actor);
      const [store] = actor.store_id === null ? [] : await read.stores.findMany(tenantOf(actor), [actor.store_id]);
      const today = store === undefined ? (await workspaceOf(actor)).today : businessDay(system.now(), store);
      const span = spanOf(p, today);
      const days = { start: span.start, end: periodOn(span, today).elapsed_end };
      const entries = await read.entries.findMany(scopeOf(actor), { start_date: days.start, end_date: days.end });
      const ids = [...new Set(entries.map(({ store_id }) => store_id))];
      const named = ids.length === 0 ? [] : await read.stores.findMany(tenantOf(actor), ids);
      const lines = ownLines(entries, new Map(named.map(({ id, name }) => [id, name])), { group, days });
      return fileOf(lines, { view: 'own', group, format, locale, title: store?.name ?? mine[locale], span });
    },
  };
}
export type ExportService = ReturnType<typeof exportService>;

const mine: Text = { fr: 'Mes chiffres', en: 'My figures' };

function spanOf(p: string, today: Day): Span {
  const span = parsePeriod(p, today);
  if (typeof span === 'string') throw invalid('query.p', span);
  return span;
}

interface Ordered {
  readonly view: ExportView;
  readonly group: ExportGroup;
  readonly format: ExportFormat;
  readonly locale: Locale;
  /** Whose figures the file tells. */
  readonly title: string;
  readonly span: Span;
}

function fileOf({ count, batches }: Lines<ExportLine>, ordered: Ordered): FileAnswer {
  if (count > maxExportLines) throw invalid('query.p', 'RANGE_TOO_WIDE');
  const { view, group, format, locale, title, span } = ordered;
  const columns = exportColumns(view, group);
  const parts = format === 'csv' ? csvParts(columns, batches, locale) : xlsxParts(columns, batches, { title, locale });
  return { name: `${title} ${span.p}.${format}`, media_type: mediaTypes[format], parts };
}
