import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { ApiProblem, type ProblemField } from './problem.ts';

/** Texts by stable code; a part of the application may have its own. */
export type ProblemTexts = Readonly<Record<string, MessageDescriptor>>;

/** Texts of refusals in forms that need neither « tu » nor « vous »: everybody reads them. */
export const commonTexts: ProblemTexts = {
  NETWORK: msg`Pas de réponse du serveur. La connexion semble coupée.`,
  UNAVAILABLE: msg`Le service revient dans un instant.`,
  OVERLOADED: msg`Le service est très sollicité. Réessayer dans un instant.`,
  TIMEOUT: msg`La réponse a pris trop de temps. Réessayer.`,
  DATABASE_UNAVAILABLE: msg`Les données sont momentanément inaccessibles. Rien n’a été perdu.`,
  INTERNAL: msg`Une erreur est survenue de notre côté.`,
  VALIDATION: msg`Certains champs sont à corriger.`,
  NOT_FOUND: msg`Cet élément n’existe pas, ou n’est pas accessible d’ici.`,
  FORBIDDEN_ROLE: msg`Ce rôle ne donne pas accès à cette action.`,
  STORE_FORBIDDEN: msg`Ce magasin n’est pas accessible d’ici.`,
  STORE_NOT_OPEN: msg`Ce magasin n’est pas ouvert : il ne prend ni chiffres ni personnes.`,
  STORE_CLOSED: msg`Ce magasin est fermé.`,
  DEMO_NOT_AVAILABLE: msg`La démonstration ne le permet pas.`,
  INVALID_CREDENTIALS: msg`Adresse e-mail ou mot de passe incorrect.`,
  EMAIL_IN_USE: msg`Un compte existe déjà avec cette adresse.`,
  TRIAL_EXPIRED: msg`La période d’essai est terminée : l’espace est en lecture seule.`,
  SUBSCRIPTION_INACTIVE: msg`L’abonnement n’est plus actif : l’espace est en lecture seule.`,
  STALE_REVISION: msg`Ces données ont changé entre-temps.`,
  IDEMPOTENCY_IN_USE: msg`Le premier envoi est encore en cours. Réessayer dans un instant.`,
  EXTERNAL_ID_IN_USE: msg`Ce code externe sert déjà ailleurs dans l’enseigne.`,
  TOO_MANY_KEYS: msg`50 clés sont déjà actives. Il faut en révoquer une avant d’en créer une autre.`,
  SECRET_ALREADY_SHOWN: msg`Cette clé a déjà été créée, et son secret montré une fois.`,
  INVITATION_ALREADY_PENDING: msg`Une invitation attend déjà à cette adresse.`,
};

const fields: ProblemTexts = {
  REQUIRED: msg`Ce champ est à remplir.`,
  INVALID_EMAIL: msg`Cette adresse e-mail n’est pas complète.`,
  INVALID_FORMAT: msg`Ce texte contient un signe qui n’est pas accepté ici.`,
  TOO_LONG: msg`Ce texte est trop long.`,
  PASSWORD_TOO_SHORT: msg`10 caractères au moins.`,
  PASSWORD_TOO_LONG: msg`128 caractères au plus.`,
  PASSWORD_TOO_COMMON: msg`Ce mot de passe est trop facile à deviner.`,
  PASSWORD_UNCHANGED: msg`C’est déjà le mot de passe actuel.`,
  DATE_IN_FUTURE: msg`Cette journée est à venir.`,
  DATE_TOO_OLD: msg`Cette journée est trop ancienne.`,
  BEFORE_STORE_OPENING: msg`Le magasin n’était pas encore ouvert.`,
  TOO_MANY_DECIMALS: msg`Deux décimales au plus.`,
  TOO_LARGE: msg`Cette valeur est trop grande.`,
  TOO_FEW_ITEMS: msg`Il faut choisir au moins une ligne.`,
  UNKNOWN_ID: msg`Cet élément n’existe plus.`,
};

type Translate = (descriptor: MessageDescriptor) => string;

/** What a failure means, in words of the application; the server's own sentence stands in for unknown codes. */
export function problemText(problem: unknown, translate: Translate, own: ProblemTexts = {}): string {
  if (!(problem instanceof ApiProblem)) return translate(msg`Une erreur est survenue dans cette page.`);
  if (problem.code === 'RATE_LIMITED') return waitText(problem.retry_after, translate);
  const known = own[problem.code] ?? commonTexts[problem.code];
  if (known !== undefined) return translate(known);
  return problem.detail === '' ? translate(msg`La demande n’a pas abouti.`) : problem.detail;
}

/** What is wrong with one field. */
export function fieldText(field: ProblemField, translate: Translate): string {
  const known = fields[field.code];
  return known === undefined ? field.message : translate(known);
}

function waitText(seconds: number | null, translate: Translate): string {
  if (seconds === null) return translate(msg`Trop d’essais. Réessayer un peu plus tard.`);
  const minutes = Math.ceil(seconds / 60);
  return seconds < 90
    ? translate(msg`Trop d’essais. Réessayer dans ${Math.max(1, Math.ceil(seconds))} secondes.`)
    : translate(msg`Trop d’essais. Réessayer dans ${minutes} minutes.`);
}
