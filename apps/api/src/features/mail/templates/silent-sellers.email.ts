import type { Message } from '../message.ts';
import type { Wording } from './wording.ts';

/** Names in one mail whoever has had no figures for some open days, and the tills that send nothing. */
export const silentSellers = (w: Wording): Message => {
  const rows = w.lines('rows');
  return {
    fr: {
      subject: 'Des chiffres manquent depuis plusieurs jours',
      title: 'Des chiffres manquent depuis plusieurs jours',
      lines: [
        `Bonjour ${w.first_name}, voici ce qui manque, jours de fermeture et absences déduits.`,
        ...rows.map(({ kind, name, store, days }) =>
          kind === 'till'
            ? `${store} : la caisse n’a rien envoyé depuis ${days} jours d’ouverture. Vérifiez la synchronisation.`
            : `${name} (${store}) : ${days} jours d’ouverture sans chiffres.`,
        ),
      ],
      button: { label: 'Ouvrir Retail Performer', href: w.href },
      notes: [
        'Une absence ou un jour de fermeture ? Notez-les dans la journée du magasin : ils ne seront plus comptés.',
      ],
      reason:
        'Vous recevez ce message parce que vous suivez ces magasins. Une même personne y revient au plus tous les 3 jours.',
    },
    en: {
      subject: 'Figures have been missing for several days',
      title: 'Figures have been missing for several days',
      lines: [
        `Hello ${w.first_name}, this is what is missing, closed days and absences left out.`,
        ...rows.map(({ kind, name, store, days }) =>
          kind === 'till'
            ? `${store}: the till has sent nothing for ${days} open days. Please check the synchronisation.`
            : `${name} (${store}): no figures for ${days} open days.`,
        ),
      ],
      button: { label: 'Open Retail Performer', href: w.href },
      notes: ['An absence, or a day of closure? Note it on the day of the store, and it no longer counts.'],
      reason: 'You get this message because you follow these stores. Nobody is named more often than every 3 days.',
    },
  }[w.locale];
};
