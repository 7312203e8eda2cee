import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { PageHeader } from '../../ui/page-header.tsx';
import { glossary } from './glossary.ts';

/** The words of the product and the formulas of its figures. */
export function Page() {
  const { t, i18n } = useLingui();
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader title={t`Aide`} />
      <section className="flex flex-col gap-3">
        <h2 className="title-2">
          <Trans>Les chiffres</Trans>
        </h2>
        <dl className="rows rounded-m bg-surface px-5">
          {glossary.map(({ id, word, meaning, formula }) => (
            <div key={id} className="grid gap-x-6 gap-y-0.5 py-3.5 sm:grid-cols-[13rem_1fr]">
              <dt className="text-label">{i18n._(word)}</dt>
              <dd>
                {i18n._(meaning)}
                {formula && <span className="figure-s mt-1 block text-brand">{i18n._(formula)}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="title-2">
          <Trans>Lire une page</Trans>
        </h2>
        <ul className="flex list-disc flex-col gap-2 pl-5 marker:text-brand">
          <li>
            <Trans>Un tiret « — » veut dire que personne n’a donné le chiffre. Ce n’est pas zéro.</Trans>
          </li>
          <li>
            <Trans>Les rapports d’une période sont calculés sur les totaux, jamais comme moyenne des jours.</Trans>
          </li>
          <li>
            <Trans>
              La journée d’un magasin change la nuit, à l’heure de bascule du magasin (4 h le plus souvent).
            </Trans>
          </li>
          <li>
            <Trans>Un chiffre « Caisse » vient du logiciel de caisse et ne se modifie pas à la main.</Trans>
          </li>
        </ul>
      </section>
      <p>
        <Link to="/status" className="text-brand underline">
          <Trans>État du service</Trans>
        </Link>
      </p>
    </div>
  );
}
