import type { DayFigures } from './day.model.ts';
import { Figure, type KpiEntry } from './kpi.model.ts';

/** Figures as a manager or owner writes them, with a word on the day. */
export type Correction = DayFigures & { readonly comment: string | null };

type There = Pick<KpiEntry, Figure | 'field_sources' | 'comment'>;

/** Whether a correction says what is there already; without a word of its own it leaves that of the seller. */
export const changesNothing = (there: There, correction: Correction): boolean =>
  Figure.options.every((figure) => !changes(there, correction, figure)) &&
  (correction.comment === null || correction.comment === there.comment);

/** Whether a correction changes figures that the seller typed, so that he may know why. */
export const changesTyped = (there: There, correction: Correction): boolean =>
  Figure.options.some((figure) => there.field_sources[figure]?.by === 'seller' && changes(there, correction, figure));

/** Whether an entry holds a figure that the seller typed himself. */
export const holdsTyped = ({ field_sources }: Pick<KpiEntry, 'field_sources'>): boolean =>
  Figure.options.some((figure) => field_sources[figure]?.by === 'seller');

const changes = (there: There, correction: Correction, figure: Figure): boolean =>
  (correction[figure] ?? 0) !== there[figure] ||
  (correction[figure] !== undefined) !== (there.field_sources[figure] !== undefined);
