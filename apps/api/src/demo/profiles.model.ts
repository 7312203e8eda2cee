/** How one seller of the demonstration sells. */
export interface SellerProfile {
  readonly key: string;
  /** His part of the store's turnover, against 1. */
  readonly weight: number;
  /** Cents of an ordinary sale. */
  readonly basket: number;
  /** Articles of an ordinary sale. */
  readonly units: number;
  /** What the last thirty days did to his sales: 0.9 is a tenth less. */
  readonly lately?: number;
  /** Has entered nothing on this many of the last opening days. */
  readonly silent?: number;
}

/** How one store of the demonstration trades. */
export interface StoreProfile {
  readonly key: string;
  /** Cents of turnover on an ordinary day. */
  readonly base: number;
  /** Growth in a year: 0.04 is four percent more. */
  readonly growth: number;
  /** Part of the visitors who buy. */
  readonly conversion: number;
  /** Who counts visitors: each seller now and then, someone for the whole store, or the till always. */
  readonly counted_by: 'sellers' | 'store' | 'till';
  /** Part of the entries that nobody made. */
  readonly forgotten: number;
  readonly sellers: readonly SellerProfile[];
  /** Its manager closes each day in the evening. */
  readonly closes?: boolean;
  /** Open on every day of the year, with all of its sellers, none of whom forgets an entry. */
  readonly restless?: boolean;
}

/** What a seller did on one day; visitors null where nobody counted them. */
export interface SoldDay {
  readonly seller: string;
  readonly ca: number;
  readonly ventes: number;
  readonly articles: number;
  readonly prospects: number | null;
  readonly comment: string | null;
}

/** What a store did on one day, and its visitors where they were counted for all sellers together. */
export interface TradedDay {
  readonly sold: readonly SoldDay[];
  readonly footfall: number | null;
}
