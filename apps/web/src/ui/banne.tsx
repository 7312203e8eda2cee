import { bannerOf } from './banner.ts';

interface StoreIdentity {
  readonly id: string;
  readonly banner?: number | null;
}

/** The striped awning at the top of a shop's pages; without a store, that of the product. */
export const Banne = ({
  store,
  className = '',
}: {
  readonly store?: StoreIdentity | null;
  readonly className?: string;
}) => <div aria-hidden="true" className={`banne banne-${store ? bannerOf(store) : 0} ${className}`} />;

/** The awning of a store in a list; its name is always beside it. */
export const BanneSwatch = ({ store }: { readonly store: StoreIdentity }) => (
  <span aria-hidden="true" className={`banne-swatch banne-${bannerOf(store)}`} />
);
