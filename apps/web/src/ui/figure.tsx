import { Trans } from '@lingui/react/macro';
import { noValue } from '../lib/format.ts';

/** A printed value; the dash of a missing one is read aloud as words. */
export const Figure = ({ children }: { readonly children: string }) =>
  children === noValue ? (
    <>
      <span aria-hidden="true">{noValue}</span>
      <span className="sr-only">
        <Trans>non renseigné</Trans>
      </span>
    </>
  ) : (
    children
  );
