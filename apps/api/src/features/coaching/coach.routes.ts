import { coachingApi } from '@retail-performer/domain/coaching';
import type { Mount } from '../../core/http/mount.ts';
import type { CoachService } from './coach.service.ts';

/** Serves the endpoints of the coach. */
export const coachRoutes = (mount: Mount, coach: CoachService): void =>
  mount(coachingApi, {
    diagnostic: ({ actor, body, query, caller }) => coach.diagnose(actor, body, query.mode, caller.locale),
    dailyChallenge: ({ actor, body, caller }) => coach.challenge(actor, body.mode, caller.locale),
    sellerBilan: ({ actor, body, caller }) => coach.review(actor, body.mode, caller.locale),
  });
