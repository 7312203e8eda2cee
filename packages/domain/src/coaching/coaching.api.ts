import { endpoints } from '../kernel/index.ts';
import { SellerBilan } from './bilan.model.ts';
import { DailyChallengeView } from './challenge.model.ts';
import { CoachRequest } from './coaching.model.ts';
import { Diagnostic, DiagnosticAnswers } from './diagnostic.model.ts';

/** The endpoints of the coach: a seller's own texts, asked for by that seller. */
export const coachingApi = endpoints({
  diagnostic: {
    method: 'POST',
    path: '/ai/diagnostic',
    access: ['seller'],
    summary: 'Style, level and ideas from a seller’s answers; nothing is stored',
    query: CoachRequest,
    body: DiagnosticAnswers,
    reply: Diagnostic,
    refusals: ['AI_QUOTA_REACHED'],
  },
  dailyChallenge: {
    method: 'POST',
    path: '/ai/daily-challenge',
    access: ['seller'],
    summary: 'The challenge of the business day, the same all day long',
    body: CoachRequest,
    reply: DailyChallengeView,
    refusals: ['AI_QUOTA_REACHED'],
  },
  sellerBilan: {
    method: 'POST',
    path: '/ai/seller-bilan',
    access: ['seller'],
    summary: 'A review of the seller’s last 30 entries',
    body: CoachRequest,
    reply: SellerBilan,
    refusals: ['AI_QUOTA_REACHED'],
  },
});
