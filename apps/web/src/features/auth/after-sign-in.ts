import { useRouter } from '@tanstack/react-router';
import { session } from '../../lib/client.ts';
import type { SignedIn } from '../../lib/session.ts';

/** Takes over a sign-in and goes on to where the person was heading, or home. */
export function useAfterSignIn() {
  const router = useRouter();
  return async (
    answer: SignedIn,
    options: { readonly remember?: boolean; readonly next?: string | undefined } = {},
  ) => {
    session.accept(answer, options.remember);
    router.history.push(options.next ?? '/app');
  };
}
